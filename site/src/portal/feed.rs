//! The feed of releases: `seeds/releases.toml` as Atom. Nothing is in it that is not in that file.

use std::fmt::Write as _;

use corpus::{Bilingual, Problem, ProblemKind, Publication, Severity, bilingual};
use jiff::civil::Date;
use jiff::fmt::temporal::Pieces;
use search_index::seeds::Parsed;
use serde::Deserialize;

use crate::exports::escape::xml;

/// The file of the releases, in the folder of seeds.
pub const RELEASES_FILE: &str = "releases.toml";

/// `seeds/releases.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Releases {
    /// The releases, the newest first or last, as the editors like.
    #[serde(default, rename = "release")]
    pub releases: Vec<Release>,
}

/// One release of the site.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Release {
    /// Its version, also its lasting name in the feed.
    pub version: String,
    /// When it was published, `2026-02-10` or `2026-02-10T09:30:00+08:00`.
    pub date: String,
    /// What it brings.
    pub summary: Bilingual,
}

/// A warning for every release whose date does not exist: it is in no feed.
pub fn undated(file: &Parsed<Releases>) -> Vec<Problem> {
    let releases = file.value.releases.iter().enumerate();
    releases
        .filter(|(_, release)| moment(&release.date).is_none())
        .map(|(index, release)| {
            let at = file.at(&format!("release.{index}.date"));
            let date = &release.date;
            let message = bilingual!(
                "date“{date}”不是存在的日期；请写成 2026-02-10 或 2026-02-10T09:30:00+08:00；\
                 在此之前订阅源里没有这次发布",
                "date “{date}” is not a real date; write it as 2026-02-10 or \
                 2026-02-10T09:30:00+08:00; until then this release is not in the feed"
            );
            Problem::new(ProblemKind::Metadata, Severity::Warning, at, message)
                .in_file(RELEASES_FILE)
        })
        .collect()
}

/// The Atom feed in one language; `None` where there is no release yet.
///
/// `own_path` is where the feed will lie below the root (`feed.xml`, `en/feed.xml`).
pub fn feed(
    publication: &Publication,
    releases: &Releases,
    english: bool,
    own_path: &str,
) -> Option<String> {
    let mut dated: Vec<(String, &Release)> = releases
        .releases
        .iter()
        .filter_map(|release| Some((moment(&release.date)?, release)))
        .collect();
    dated.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| b.1.version.cmp(&a.1.version)));
    let updated = &dated.first()?.0;
    let base = publication.base();
    let language = if english { "en" } else { "zh-Hans" };
    let title = publication.title.pick(english);
    let author = publication.portal.sponsor.pick(english);
    let author = if author.is_empty() { title } else { author };
    // An id must never change and needs no network: a tag of our own serves sites without address.
    let id = |path: &str| match base {
        "" => format!("urn:policy-explorer:{path}"),
        base => format!("{base}/{path}"),
    };
    let up = "../".repeat(own_path.matches('/').count());
    let home = if english { "en/" } else { "" };
    let page = |path: &str| match base {
        "" => format!("{up}{path}"),
        base => format!("{base}/{path}"),
    };
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" \
         xml:lang=\"{language}\">\n<id>{}</id>\n<title>{}</title>\n<updated>{updated}</updated>\n\
         <author><name>{}</name></author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        xml(&id(own_path)),
        xml(title),
        xml(author),
        xml(&page(own_path)),
        xml(&page(home)),
    );
    for (date, release) in dated {
        let _ = write!(
            out,
            "<entry>\n<id>{}</id>\n<title>{}</title>\n<updated>{date}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n<summary>{}</summary>\n</entry>\n",
            xml(&id(&format!("{own_path}#{}", release.version))),
            xml(&release.version),
            xml(&page(home)),
            xml(release.summary.pick(english)),
        );
    }
    out.push_str("</feed>\n");
    Some(out)
}

/// The date as Atom writes it (RFC 3339); a day counts from its first second in China. `None` for
/// what is no date: it must never reach the feed as it was typed.
fn moment(date: &str) -> Option<String> {
    let date = date.trim();
    if let Ok(day) = date.parse::<Date>()
        && date.len() == DAY
    {
        return Some(format!("{day}T00:00:00+08:00"));
    }
    // What was typed is shown only after it was read whole, and keeps its own offset.
    let pieces = Pieces::parse(date).ok()?;
    let (day, time, offset) = (pieces.date(), pieces.time()?, pieces.to_numeric_offset()?);
    let moment = offset.to_timestamp(day.to_datetime(time)).ok()?;
    Some(moment.display_with_offset(offset).to_string())
}

/// The length of `2026-02-10`.
const DAY: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    const RELEASES: &str = "[[release]]\nversion = \"1.0\"\ndate = \"2026-02-10\"\n\
        summary = { zh = \"首次发布。\", en = \"First <release>.\" }\n\
        [[release]]\nversion = \"1.1\"\ndate = \"2026-03-01T09:00:00+08:00\"\nsummary = { zh = \"勘误。\" }\n";

    #[test]
    fn releases_come_newest_first() {
        let releases: Releases = toml::from_str(RELEASES).expect("releases");
        let publication = Publication {
            base_url: "https://a.gov.cn/p/".into(),
            title: Bilingual { zh: "政策导读".into(), en: "Explorer".into() },
            ..Publication::default()
        };
        let feed_en = feed(&publication, &releases, true, "en/feed.xml").expect("a feed");
        insta::assert_snapshot!(feed_en);
        let relative = feed(&Publication::default(), &releases, false, "feed.xml").expect("a feed");
        assert!(relative.contains("<id>urn:policy-explorer:feed.xml</id>"));
    }

    #[test]
    fn what_is_no_date_never_reaches_the_feed() {
        for wrong in [
            "2026-13-01",
            "2026-02-30",
            "2026",
            "2026-02-10T<script>",
            "2026-02-10T09:00:00+08:00</updated><entry>",
            "2026-02-10T09:00:00",
            "",
        ] {
            assert_eq!(moment(wrong), None, "{wrong}");
        }
        assert_eq!(moment("2026-02-10").as_deref(), Some("2026-02-10T00:00:00+08:00"));
        let whole = "2026-02-10T09:30:00+08:00";
        assert_eq!(moment(whole).as_deref(), Some(whole));
        assert_eq!(moment("2026-02-10T01:30:00Z").as_deref(), Some("2026-02-10T01:30:00+00:00"));
    }

    #[test]
    fn without_a_release_there_is_no_feed() {
        assert_eq!(feed(&Publication::default(), &Releases::default(), false, "feed.xml"), None);
    }
}
