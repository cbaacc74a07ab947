//! The words of a library of many documents.

use crate::route::UiLocale;
use crate::ui::table;

table! {
    words of library;

    home: "首页", "Home";
    documents: "全部文件", "All documents";
    all_documents: "看全部文件", "See all documents";
    all_of_them: "全部 {} 份文件", "All {} documents";
    count: "共 {} 份，新的在前。", "{} in all, the latest first.";
    count_partly_dated: "共 {} 份，新的在前，没有填写日期的在后。", "{} in all, the latest first; those without a date come last.";
    count_undated: "共 {} 份。", "{} in all.";
    pages: "分页", "Pages";
    latest: "最新文件", "Latest documents";
    some: "部分文件", "Some of the documents";
    with_interpretation: "有解读的政策", "Policies with their interpretation";
    more: "另有 {} 类", "{} more";
    more_documents: "另有 {} 份文件", "more documents: {}";

    by_validity: "按是否有效", "By whether in force";
    by_force: "按效力级别", "By legal rank";
    by_kind: "按种类", "By kind";
    by_issuer: "按发文机关", "By issuer";
    by_subject: "按主题", "By subject";
    by_year: "按年份", "By year";

    constitution: "宪法", "Constitution";
    law: "法律", "Laws";
    regulation: "行政法规", "Administrative regulations";
    judicial: "司法解释", "Judicial interpretations";
    rule: "部门规章", "Departmental rules";
    local: "地方性法规和规章", "Local regulations and rules";

    policies: "政策文件", "Policies";
    interpretations: "解读", "Interpretations";
    laws: "法律法规", "Laws and regulations";
}
