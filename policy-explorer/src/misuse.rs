//! What is wrong with a command line, in Chinese: the parser of command lines tells it in English
//! alone.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What is wrong, and what to do; `None` where nothing is, as when help was asked for.
pub fn told(error: &clap::Error) -> Option<String> {
    let text = |kind| error.get(kind).map(words).unwrap_or_default();
    let argument = || text(ContextKind::InvalidArg);
    let meant = |kind| match text(kind).as_str() {
        "" => String::new(),
        meant => format!("；是不是要写 {meant}？"),
    };
    Some(match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
        | ErrorKind::DisplayVersion => return None,
        ErrorKind::InvalidSubcommand => {
            let meant = meant(ContextKind::SuggestedSubcommand);
            format!("没有命令 {}{meant}", text(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => {
            format!("不认得 {}{}", argument(), meant(ContextKind::SuggestedArg))
        }
        ErrorKind::MissingRequiredArgument => format!("缺少 {}；请补上", argument()),
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            format!("{} 后面缺少内容；请补上", argument())
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let known = match text(ContextKind::ValidValue).as_str() {
                "" => String::new(),
                known => format!("；可以填：{known}"),
            };
            format!("{} 不能是“{}”{known}", argument(), text(ContextKind::InvalidValue))
        }
        ErrorKind::ArgumentConflict => {
            format!("{} 多写了，或者不能与 {} 同用", argument(), text(ContextKind::PriorArg))
        }
        _ => "命令写得不对".to_owned(),
    })
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join("、"),
        other => other.to_string(),
    }
}
