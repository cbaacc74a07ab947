//! A small picture of ours for each topic: strokes on a field of 24 by 24. A topic without one, as
//! those of other sites, has a list.

use leptos::prelude::*;

/// Path data by the topic's id.
const ICONS: [(&str, &str); 28] = [
    (
        "grain-farmers",
        "M12 22V8M12 13c-4 0-5-3-5-5 3 0 5 2 5 5Zm0 0c4 0 5-3 5-5-3 0-5 2-5 5Zm0 6c-4 0-5-3-5-5 3 0 5 2 5 5Zm0 0c4 0 5-3 5-5-3 0-5 2-5 5Zm0-11c-2-2-2-4 0-6 2 2 2 4 0 6Z",
    ),
    (
        "vegetables-oilseeds-forest",
        "M12 8c-2-2-7-2-7 4 0 5 4 9 7 9s7-4 7-9c0-6-5-6-7-4Zm0 0c0-3 1-5 4-6",
    ),
    (
        "herders",
        "M6 16a4 4 0 0 1 0-7 4 4 0 0 1 7-2 4 4 0 0 1 5 4 3 3 0 0 1-2 5ZM8 16v5M14 16v5M17.5 9H21l1 4-4 1",
    ),
    ("dairy", "M9 2h6M10 2v4l-3 4v11h10V10l-3-4V2M7 14h10"),
    (
        "fodder-grassland",
        "M3 21h18M6 21c0-5-1-8-3-10M8 21c0-7 1-12 3-16M13 21c0-6 1-9 4-12M17 21c0-4 1-6 4-8",
    ),
    ("farmland", "M3 20 9 6h6l6 14ZM12 6v14M5 15h14M7 10.5h10"),
    ("homestead-housing", "m3 12 9-8 9 8M6 10v10h12V10M10 20v-6h4v6"),
    ("jobs", "M3 8h18v12H3ZM8 8V5h8v3M3 13h18M12 12v3"),
    ("graduates", "M2 9 12 4l10 5-10 5ZM6 11v5c3 3 9 3 12 0v-5M22 9v6"),
    ("hardship", "M12 20C5 15 3 12 3 9a4.5 4.5 0 0 1 9-1 4.5 4.5 0 0 1 9 1c0 3-2 6-9 11Z"),
    ("moving-to-town", "M3 21V9h8v12M11 9V3h9v18M2 21h20M6 13h2M6 17h2M14 7h3M14 11h3M14 15h3"),
    (
        "coops-collectives",
        "M12 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM6 21c0-10 12-10 12 0M5 12a2 2 0 1 1 0-4M2 19c0-3 1-4 3-5M19 12a2 2 0 1 0 0-4M22 19c0-3-1-4-3-5",
    ),
    ("state-farms-forest-areas", "M12 22v-5M12 2 7 9h2l-4 5h3l-3 3h14l-3-3h3l-4-5h2Z"),
    ("companies-brands", "M3 21V10l6 4v-4l6 4V3h6v18ZM7 18h2M13 18h2"),
    ("loans", "M2 6h20v12H2ZM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM5.5 9v6M18.5 9v6"),
    ("subsidies-insurance", "M12 2v2M3 13a9 9 0 0 1 18 0ZM12 13v6a2 2 0 0 0 4 0"),
    (
        "machinery-technology",
        "M7 21a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM18 21a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM6 13V5h6l2 7h6v4M11 18h4.5",
    ),
    ("schools", "M12 6C9 4 6 4 3 5v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1Zm0 0v14"),
    ("health-elderly", "M9 3h6v6h6v6h-6v6H9v-6H3V9h6Z"),
    (
        "women-children-disabled",
        "M9 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 21v-6c0-6 10-6 10 0v6M18 13a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM16 21v-2c0-4 5-4 5 0v2",
    ),
    ("roads-water-power-internet", "M5 21 9 3M19 21 15 3M12 4v3M12 10v3M12 17v4"),
    ("environment", "M4 20C4 9 10 4 20 4c0 10-5 16-12 14M4 20c2-5 5-8 10-10"),
    ("shopping-ecommerce", "M2 4h3l3 11h10l3-8H6M10 20v.01M17 20v.01"),
    ("tourism-culture", "M3 20v-7l9-6 9 6v7ZM3 13h18M10 20v-4h4v4M12 7V4"),
    ("safety-disputes", "M12 3v18M7 21h10M4 7h16M4 7l-2 6h5ZM20 7l-3 6h5Z"),
    ("disasters", "M7 16a4.5 4.5 0 0 1 0-9 6 6 0 0 1 11 1 4 4 0 0 1 0 8M13 11l-3 5h4l-3 5"),
    ("village-officials", "M6 22V3h12l-3 4.5 3 4.5H6"),
    ("less-formalism", "M6 2h9l4 4v16H6ZM15 2v4h4M9.5 11l5 6M14.5 11l-5 6"),
];

/// The picture; it says nothing that the topic's name does not.
#[component]
pub fn TopicIcon(
    /// The topic's id.
    topic: &'static str,
) -> impl IntoView {
    let found = ICONS.iter().find(|(id, _)| *id == topic);
    let path = found.map_or("M4 6h16M4 12h16M4 18h10", |(_, path)| *path);
    view! {
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d=path></path></svg>
    }
}
