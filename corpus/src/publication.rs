//! What a site says about itself: `seeds/site.toml`. Deploy-time configuration; nothing in it is
//! invented, and what is empty is left out of the pages and reported by the portal check.

use serde::{Deserialize, Serialize};

use crate::address::DocumentId;
use crate::locale::Bilingual;
use crate::text::{find, web_address};

/// What the link of [`Portal::report_error`] says in Chinese.
const REPORT_ERROR_ZH: &str = "报告错误";

/// The configuration of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Publication {
    /// The site's name.
    pub title: Bilingual,
    /// One plain sentence about the site.
    pub description: Bilingual,
    /// The absolute address that the folder will have (`https://example.gov.cn/policy/`), if it
    /// is known: canonical links, sitemap and feed need it.
    pub base_url: String,
    /// The documents, in the order of the overview.
    pub documents: Vec<DocumentId>,
    /// What Chinese portals must state about themselves.
    pub portal: Portal,
    /// Colours and logo.
    pub theme: Theme,
    /// The logo as the built site has it.
    #[serde(skip)]
    pub logo: Option<Logo>,
    /// The 党政机关 sign as the built site has it.
    #[serde(skip)]
    pub sign: Option<Logo>,
    /// The address of the licence of what the site itself adds (translation, explanations), if one
    /// was chosen; official texts are not subject to it.
    pub licence: String,
    /// Links in the footer; that of [`Portal::report_error`] is put first when seeds are read.
    pub footer_links: Vec<FooterLink>,
    /// Where to report a security problem (`mailto:` or `https:`), for `security.txt`.
    pub security_contact: String,
    /// When `security.txt` expires, `YYYY-MM-DD`.
    pub security_expires: String,
    /// Where a recording of each provision lies, with `{document}` and `{provision}` in the
    /// address (`audio/{document}/{provision}.mp3`); empty: none.
    pub recordings: String,
    /// Whether readers can choose to read the texts in Traditional characters, converted by program.
    pub traditional_characters: bool,
}

impl Publication {
    /// [`Publication::base_url`] without white space around it and without its last `/`; empty where
    /// it is not known.
    pub fn base(&self) -> &str {
        self.base_url.trim().trim_end_matches('/')
    }

    /// Whether a link in the footer says where to report an error: that of
    /// [`Portal::report_error`], or one in a portal's own words.
    pub fn has_report_link(&self) -> bool {
        let says = |text: &str| {
            ["找错", "纠错", REPORT_ERROR_ZH].iter().any(|words| find(text, words).is_some())
        };
        let mut links = self.footer_links.iter();
        links.any(|link| says(&link.text.zh) && web_address(&link.href).is_some())
    }
}

/// Identity of a government site (Government Website Development Guidelines, 2017).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Portal {
    /// `SiteName`.
    pub site_name: String,
    /// `SiteDomain`.
    pub site_domain: String,
    /// `SiteIDCode`, 网站标识码.
    pub site_id_code: String,
    /// `ColumnName`, the column that the pages belong to.
    pub column_name: Bilingual,
    /// `ColumnDescription`.
    pub column_description: String,
    /// `ColumnKeywords`.
    pub column_keywords: String,
    /// `ContentSource`, where the text was first published.
    pub content_source: String,
    /// 主办单位, the body that runs the site.
    pub sponsor: Bilingual,
    /// 承办单位, the body that operates it.
    pub operator: Bilingual,
    /// ICP备案 number.
    pub icp: String,
    /// 公安备案 number.
    pub police_record: String,
    /// A picture for the 党政机关 sign, relative to `seeds/`, and where it links to.
    pub party_government_sign: String,
    /// Where the sign links to.
    pub party_government_link: String,
    /// Telephone or address for readers.
    pub contact: Bilingual,
    /// Where readers report an error (政府网站找错): `https:`, `mailto:` or `tel:`. Where it is
    /// empty and no link says so, [`Portal::contact`] is named for it.
    pub report_error: String,
}

/// Colours and logo; contrast is checked at build time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Theme {
    /// Accent colour on light paper, `#rrggbb`.
    pub accent: String,
    /// Accent colour on dark paper, `#rrggbb`.
    pub accent_dark: String,
    /// A logo, relative to `seeds/`: SVG, PNG, WebP or JPEG.
    pub logo: String,
}

/// A picture of the site: beside its name, or the sign in the footer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Logo {
    /// Its path from the site's root.
    pub path: String,
    /// Its width in pixels of the picture.
    pub width: u32,
    /// Its height.
    pub height: u32,
}

/// A link in the footer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FooterLink {
    /// Its words.
    pub text: Bilingual,
    /// Its address.
    pub href: String,
}

impl FooterLink {
    /// The link to where errors are reported.
    pub fn report_error(href: &str) -> Self {
        let text = Bilingual { zh: REPORT_ERROR_ZH.to_owned(), en: "Report an error".to_owned() };
        Self { text, href: href.trim().to_owned() }
    }
}
