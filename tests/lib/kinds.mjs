// One page of every kind, as an address below the root or below `en/`.

export const KINDS = [
  "",
  "opinions-2026/",
  "opinions-2026/part-3/",
  "opinions-2026/0/",
  "opinions-2026/13/",
  "interpretation-2026/2.1/",
  "search/?q=%E5%A5%B6%E4%B8%9A",
  "topics/",
  "topics/jobs/",
  "facts/",
  "coverage/",
  "places/",
  "saved/",
  "glossary/",
  "about/",
];
