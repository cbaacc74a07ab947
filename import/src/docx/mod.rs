//! Word files (`.docx`): paragraphs, headings, tables and notes; automatic numbering as text.
//!
//! Automatic numbers are no text in Word: they exist only when Word counts. Here they are counted
//! as Word does and written out, since they are what people cite. Every part of the file is either
//! in the text or told with its words.
//!
//! | module | what it does |
//! |---|---|
//! | `document` | the whole file: finds its parts, reads them in order, tells what is left |
//! | `reader` | blocks: paragraphs, content controls, contents lists |
//! | `inline` | what a paragraph is made of |
//! | `fields` | fields: their results are text, page numbers are not |
//! | `tables` | rows and cells, merged and nested ones |
//! | `pictures` | pictures, text boxes, charts |
//! | `notes` | footnotes, endnotes, comments |
//! | `margins` | page headers and footers |
//! | `chunks` | documents embedded in the document |
//! | `math` | formulas on one line |
//! | `symbols` | characters of symbol fonts |
//! | `styles`, `numbering`, `ordinals` | what styles and lists bring |

mod chunks;
mod document;
mod fields;
mod inline;
mod margins;
mod math;
mod notes;
mod numbering;
mod ordinals;
mod pictures;
mod reader;
mod styles;
mod symbols;
mod tables;

pub use document::read;
pub use ordinals::print as ordinal;
