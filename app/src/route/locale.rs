//! The languages of the user interface.

#[cfg(any(feature = "ssr", feature = "full-search"))]
use crate::interface::Interface;

/// The language of the user interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UiLocale {
    /// Chinese, at the root.
    Zh,
    /// English, under `en/`.
    En,
    /// Another language, under its tag: with the content of the Chinese pages. The program of sites
    /// that have none does not know it.
    #[cfg(any(feature = "ssr", feature = "full-search"))]
    Further(&'static Interface),
}

impl UiLocale {
    /// Whether the content shown is English; otherwise it is Chinese.
    pub fn english(self) -> bool {
        matches!(self, Self::En)
    }

    /// The BCP 47 tag for `lang` attributes.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            Self::En => "en",
            #[cfg(any(feature = "ssr", feature = "full-search"))]
            Self::Further(interface) => interface.tag,
        }
    }

    /// The first step of its addresses, with a `/`; empty for Chinese.
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::Zh => "",
            Self::En => "en/",
            #[cfg(any(feature = "ssr", feature = "full-search"))]
            Self::Further(interface) => interface.path,
        }
    }
}

#[cfg(feature = "ssr")]
impl UiLocale {
    /// What it is called in lists of files: `zh`, `en`, or its tag.
    pub fn short(self) -> &'static str {
        if self == Self::Zh { "zh" } else { self.tag() }
    }

    /// What it calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Zh => "中文",
            Self::En => "English",
            Self::Further(interface) => &interface.language.name,
        }
    }

    /// `rtl` where its lines begin on the right, for `dir` attributes.
    pub fn direction(self) -> Option<&'static str> {
        match self {
            Self::Further(interface) if interface.is_rtl() => Some("rtl"),
            _ => None,
        }
    }
}
