//! The fields that a portal asks for, in the order in which they are told.

/// A field of the configuration: demanded or recommended, its name in the guidelines, its key, and
/// what it is in both languages.
pub type Field = (bool, &'static str, &'static str, &'static str, &'static str);

/// Fields of `seeds/site.toml`.
pub const SITE: [Field; 13] = [
    (true, "SiteName", "portal.site_name", "网站名称", "the site's name"),
    (true, "SiteDomain", "portal.site_domain", "网站域名", "the site's domain"),
    (true, "SiteIDCode", "portal.site_id_code", "政府网站标识码", "the site's identification code"),
    (true, "ColumnName", "portal.column_name", "栏目名称", "the column's name"),
    (
        true,
        "ColumnDescription",
        "portal.column_description",
        "栏目描述",
        "the column's description",
    ),
    (true, "ColumnKeywords", "portal.column_keywords", "栏目关键词", "the column's keywords"),
    (true, "主办单位", "portal.sponsor", "页脚的主办单位", "the sponsor in the footer"),
    (true, "ICP备案", "portal.icp", "ICP备案编号", "the ICP filing number"),
    (true, "公安备案", "portal.police_record", "公安备案编号", "the public security filing number"),
    (
        true,
        "党政机关标识",
        "portal.party_government_sign",
        "党政机关网站标识图片",
        "the picture of the Party and government site sign",
    ),
    (false, "承办单位", "portal.operator", "页脚的承办单位", "the operator in the footer"),
    (false, "联系方式", "portal.contact", "联系方式", "a contact for readers"),
    (
        false,
        "Url",
        "base_url",
        "网站的完整网址（规范链接、站点地图和订阅需要它）",
        "the site's absolute address (canonical links, sitemap and feed need it)",
    ),
];

/// Fields of every document, and after them those that an interpretation need not have.
pub const DOCUMENT: [Field; 11] = [
    (true, "ArticleTitle", "title", "标题", "the title"),
    (true, "PubDate", "published", "发布日期", "the date of publication"),
    (true, "ContentSource", "origin", "内容来源", "where the text was first published"),
    (true, "发文机关", "issuers", "发文机关", "the issuing bodies"),
    (false, "Keywords", "keywords", "主题词", "keywords"),
    (false, "Description", "summary", "摘要", "a summary"),
    (true, "索引号", "index_number", "索引号", "the index number"),
    (true, "主题分类", "subject", "主题分类", "the subject class"),
    (true, "成文日期", "issued", "成文日期", "the date of issue"),
    (true, "发文字号", "document_number", "发文字号", "the document number"),
    (false, "有效性", "validity", "文件是否有效", "whether the document is in force"),
];
