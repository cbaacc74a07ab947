//! What a portal, a search engine and a feed reader expect of every page.
//!
//! Everything comes from a document's metadata and the site's configuration. What is not known is
//! left out, never made up; `check` tells which of it is still missing.
//!
//! | module | what it makes |
//! |---|---|
//! | `page` | what a page says about itself to the rest |
//! | `head` | all head markup of a page |
//! | `meta_tags` | the tags of the Government Website Development Guidelines |
//! | `json_ld` | schema.org `Legislation` |
//! | `check`, `fields` | what is missing, by page and field, in two languages |
//! | `contrast` | whether the theme's colours can be read |
//! | `sitemap`, `feed`, `well_known` | files beside the pages |

mod check;
mod contrast;
mod feed;
mod fields;
mod head;
mod json_ld;
mod meta_tags;
mod page;
mod sitemap;
mod well_known;

pub use check::{Missing, check, table};
pub use contrast::{LEAST, Paper, contrast, least, ratio, rgb};
pub use feed::{RELEASES_FILE, Release, Releases, feed, undated};
pub use head::head;
pub use page::{PageInfo, PageKind};
pub use sitemap::{SitemapEntry, sitemap};
pub use well_known::{open_search, robots, security_txt};
