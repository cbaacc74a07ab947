//! The commands and their help, in Chinese and English.

use clap::{Arg, ArgAction, Command, value_parser};

use crate::language::Language;

/// The folder of seeds where none is named.
pub const SEEDS: &str = "seeds";
/// The folder of the site where none is named.
pub const OUT: &str = "dist";

/// What stands under the list of commands.
const AFTER: [&str; 2] = [
    "退出码：0 完成；1 没有完成，或者资料里有错误；2 命令写错了。\n\
     程序不联网，也不需要 Rust 或 Node。",
    "Exit codes: 0 done; 1 not done, or the seeds have errors; 2 the command is not understood.\n\
     The program needs no network, and neither Rust nor Node.",
];

struct Help(Language);

impl Help {
    fn command(&self, name: &'static str, zh: &'static str, en: &'static str) -> Command {
        let usage = self.0.pick("用法：", "Usage:");
        let options = self.0.pick("参数和选项", "Arguments and options");
        Command::new(name)
            .about(self.0.pick(zh, en))
            .help_template(format!(
                "{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}\n"
            ))
            .next_help_heading(options)
            .disable_help_flag(true)
            .arg(
                Arg::new("help")
                    .long("help")
                    .short('h')
                    .action(ArgAction::Help)
                    .help(self.0.pick("显示用法", "Show how it is used")),
            )
    }

    fn option(&self, name: &'static str, zh: &'static str, en: &'static str) -> Arg {
        Arg::new(name).long(name).value_name(name.to_uppercase()).help(self.0.pick(zh, en))
    }

    fn switch(&self, name: &'static str, zh: &'static str, en: &'static str) -> Arg {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(self.0.pick(zh, en))
    }

    fn word(&self, name: &'static str, zh: &'static str, en: &'static str) -> Arg {
        Arg::new(name).required(true).help(self.0.pick(zh, en))
    }

    fn seeds(&self) -> Arg {
        self.option("seeds", "资料文件夹", "The folder of texts").default_value(SEEDS)
    }

    fn kit(&self) -> Arg {
        let (zh, en) = ("另用一份浏览器程序", "Use other browser programs than those built in");
        self.option("kit", zh, en).value_name("FILE")
    }

    /// How a document is taken in.
    fn taking(&self, command: Command) -> Command {
        command
            .arg(self.seeds())
            .arg(
                self.option(
                    "kind",
                    "文件种类，不写则由正文判断",
                    "The kind of document; if left out, it is worked out from the text",
                )
                .value_parser(["policy", "interpretation", "law"]),
            )
            .arg(self.option(
                "explains",
                "它解读的文件的代号",
                "The id of the document it interprets",
            ))
            .arg(self.option("encoding", "文字编码，如 gb18030", "Its encoding, such as gb18030"))
            .arg(self.switch(
                "translation",
                "同时准备译文文件",
                "Also prepare a file for translators",
            ))
    }
}

/// The whole command line.
pub fn command(language: Language) -> Command {
    let help = Help(language);
    let all = help
        .command(
            "policy-explorer",
            "把政策文件做成可以搜索、对照、下载的网站",
            "Turns policies into sites that people can read, compare and search",
        )
        .version(env!("CARGO_PKG_VERSION"))
        .subcommand_required(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(language.pick("命令", "Commands"))
        .arg(
            help.option("lang", "用中文还是英文：zh、en", "The language of messages: zh or en")
                .global(true)
                .value_parser(["zh", "en"]),
        )
        .after_help(language.pick(AFTER[0], AFTER[1]))
        .help_template(format!(
            "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
            language.pick("用法：", "Usage:")
        ));
    [documents(&help), sites(&help), questions(&help)]
        .into_iter()
        .flatten()
        .fold(all, Command::subcommand)
}

fn documents(help: &Help) -> Vec<Command> {
    let id = || {
        help.word("id", "代号：小写字母、数字、连字符，如 roads-2026", "Its id, such as roads-2026")
    };
    let file = || {
        help.word(
            "file",
            ".docx、.pdf、.ofd、.html、.txt 或 .md 文件",
            "A .docx, .pdf, .ofd, .html, .txt or .md file",
        )
    };
    let new =
        help.command("new", "新建一份文件的资料", "Start the files of a new document").arg(id());
    let import = help.command("import", "导入一份文件", "Import a file as a document").arg(file());
    vec![
        help.taking(new).arg(help.option(
            "from",
            "从这份文件取正文",
            "Take the text from this file",
        )),
        help.taking(import).arg(id().long("id").value_name("ID")),
        help.command(
            "preview",
            "预览一份文件会被怎样理解，不改动任何文件",
            "Show how a file would be understood, and change nothing",
        )
        .arg(file())
        .arg(help.option("kind", "文件种类", "What it is").value_parser([
            "policy",
            "interpretation",
            "law",
        ]))
        .arg(help.option("encoding", "文字编码", "Its encoding"))
        .arg(
            help.option(
                "page",
                "写成一个网页：条目、表格、数字各是什么，问题标在原处",
                "Write a page (in Chinese): measures, tables, what each figure was taken for, \
                 problems in place",
            )
            .value_name("FILE"),
        )
        .arg(help.switch("text", "只显示正文", "Print the text itself").conflicts_with("page")),
    ]
}

fn sites(help: &Help) -> Vec<Command> {
    let out = || help.option("out", "网站写到哪里", "The folder to write").default_value(OUT);
    vec![
        help.command("check", "检查全部资料，列出问题", "Check everything and list what is wrong")
            .arg(help.seeds())
            .arg(help.switch(
                "portal",
                "同时列出政府门户还缺的信息",
                "Also list what a government portal still has to fill in",
            )),
        help.command("build", "生成网站", "Make the site")
            .arg(help.seeds())
            .arg(out())
            .arg(help.kit()),
        help.command(
            "serve",
            "在本机打开网站，资料一保存就更新",
            "Show the site on this computer and update it with every change",
        )
        .arg(help.seeds())
        .arg(help.kit())
        .arg(
            help.option("port", "端口，不写则自动选择", "The port; without it a free one is taken")
                .value_parser(value_parser!(u16)),
        )
        .arg(
            help.option(
                "host",
                "地址；0.0.0.0 让同一网络的手机也能看",
                "The address; with 0.0.0.0 a phone can open it as well",
            )
            .value_parser(value_parser!(std::net::IpAddr))
            .default_value("127.0.0.1"),
        )
        .arg(help.switch(
            "worker",
            "同时试用离线阅读：网页像在服务器上那样保存在浏览器里",
            "Also keep pages in the browser for reading without a network, as a host would",
        )),
        help.command(
            "export",
            "只导出数据：JSON、CSV、EPUB 等",
            "Write only the data: JSON, CSV, EPUB and the rest",
        )
        .arg(help.seeds())
        .arg(help.option("out", "写到哪个文件夹", "The folder to write").default_value("export")),
        help.command(
            "interface",
            "写出界面文字的文件，供译者填写；已有的文字保留",
            "Write the file with the words of the interface for translators; what it has stays",
        )
        .arg(help.word(
            "tag",
            "语言标签，如 mn、mn-Mong、ug、bo",
            "The language's tag, such as mn, mn-Mong, ug, bo",
        ))
        .arg(help.seeds()),
    ]
}

fn questions(help: &Help) -> Vec<Command> {
    let json = || help.switch("json", "每行一个 JSON", "One JSON object a line");
    vec![
        help.command("search", "搜索", "Search the texts")
            .arg(help.word("query", "要找的话", "What to look for").num_args(1..))
            .arg(help.seeds())
            .arg(
                help.option("limit", "最多几条", "Show at most this many results")
                    .value_parser(value_parser!(u32))
                    .default_value("10"),
            )
            .arg(json()),
        help.command("links", "列出解读与政策的对应", "List what explains what")
            .arg(help.seeds())
            .arg(json()),
        help.command("facts", "列出数字与期限", "List figures and deadlines")
            .arg(help.seeds())
            .arg(json()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_its_help_in_both_languages() {
        for language in [Language::Chinese, Language::English] {
            command(language).debug_assert();
        }
        let han = |command: &Command| {
            command
                .get_about()
                .is_some_and(|about| about.to_string().chars().any(corpus::text::is_han))
        };
        for (zh, en) in command(Language::Chinese)
            .get_subcommands()
            .zip(command(Language::English).get_subcommands())
        {
            assert!(han(zh) && !han(en), "{}", zh.get_name());
        }
        let names: Vec<String> = command(Language::English)
            .get_subcommands()
            .map(|command| command.get_name().to_owned())
            .collect();
        assert_eq!(
            names,
            [
                "new",
                "import",
                "preview",
                "check",
                "build",
                "serve",
                "export",
                "interface",
                "search",
                "links",
                "facts"
            ]
        );
    }
}
