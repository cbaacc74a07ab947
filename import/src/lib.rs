//! From the files that a portal has to text that can be parsed: nothing is lost in silence.
//!
//! Bytes go in; out come the text (paragraphs, headings, tables, notes, in Markdown), the problems,
//! and the list of what was left out with its words. No file is opened here, nothing is written.
//!
//! | module | what it does |
//! |---|---|
//! | `read` | looks at the bytes and chooses the reader |
//! | `format` | which format some bytes are, whatever the file's name says |
//! | `limits` | the bounds on time and memory |
//! | `flow` | blocks in reading order and findings about them; their text |
//! | `notes` | notes below what refers to them |
//! | `script` | raised and lowered characters |
//! | `table` | tables as Markdown |
//! | `package` | zip containers with parts and relationships |
//! | `xml` | parts as small trees |
//! | `text` | plain text and Markdown in any encoding |
//! | `docx` | Word files |
//! | `html` | web pages as they are saved |
//! | `pdf` | PDF files with text |
//! | `ofd` | OFD files, the national format for pages |
//! | `layout` | characters at places on pages to paragraphs, tables, columns |
//! | `radicals` | characters that look like others |

mod docx;
mod flow;
mod format;
mod html;
mod layout;
mod limits;
mod notes;
mod ofd;
mod package;
mod pdf;
mod radicals;
mod read;
mod script;
mod table;
mod text;
mod xml;

pub use flow::{Details, Imported, LeftOut};
pub use limits::LARGEST_FILE;
pub use read::{EXTENSIONS, Options, read};
pub use text::encoding::encoding_names;
