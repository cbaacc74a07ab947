//! Errors that people are told in their language, across `anyhow`.

use std::io;

use anyhow::Result;
use corpus::address::AddressError;
use corpus::names::NameError;
use corpus::{Bilingual, BilingualError, bilingual};

/// As `anyhow::Context`, in both languages.
pub trait BilingualContext<T> {
    /// Says around an error what went wrong, and what to do.
    ///
    /// # Errors
    /// The same error with these words around it.
    fn with_wording(self, wording: impl FnOnce() -> Bilingual) -> Result<T>;
}

impl<T, E: Into<anyhow::Error>> BilingualContext<T> for std::result::Result<T, E> {
    fn with_wording(self, wording: impl FnOnce() -> Bilingual) -> Result<T> {
        self.map_err(|error| {
            let cause = error.into().reallocate_into_boxed_dyn_error_without_backtrace();
            wording().error().caused_by(cause).into()
        })
    }
}

/// An error with all that lies beneath it, on one line. What only a library says in English stands
/// in both.
pub fn wording(error: &anyhow::Error) -> Bilingual {
    let parts: Vec<Bilingual> = error.chain().map(one).collect();
    let joined = |pick: fn(&Bilingual) -> &str, between: &str| {
        parts.iter().map(pick).collect::<Vec<_>>().join(between)
    };
    Bilingual { zh: joined(|part| &part.zh, "："), en: joined(|part| &part.en, ": ") }
}

fn one(cause: &(dyn std::error::Error + 'static)) -> Bilingual {
    if let Some(error) = cause.downcast_ref::<BilingualError>() {
        return error.wording.clone();
    }
    if let Some(error) = cause.downcast_ref::<NameError>() {
        return error.wording();
    }
    if let Some(error) = cause.downcast_ref::<AddressError>() {
        return error.wording();
    }
    if let Some(error) = cause.downcast_ref::<io::Error>() {
        return system(error);
    }
    Bilingual::same(cause.to_string())
}

/// What the system says, in English as it gives it; the most frequent reasons in Chinese as well.
pub fn system(error: &io::Error) -> Bilingual {
    match error.kind() {
        io::ErrorKind::NotFound => bilingual!("没有这个文件或文件夹", "{error}"),
        io::ErrorKind::PermissionDenied => bilingual!("没有权限", "{error}"),
        io::ErrorKind::AlreadyExists => bilingual!("已经有了", "{error}"),
        io::ErrorKind::IsADirectory => bilingual!("这是文件夹，不是文件", "{error}"),
        io::ErrorKind::NotADirectory => bilingual!("这不是文件夹", "{error}"),
        io::ErrorKind::InvalidData => bilingual!("不是 UTF-8 编码的文字", "{error}"),
        io::ErrorKind::StorageFull => bilingual!("磁盘已满", "{error}"),
        io::ErrorKind::ReadOnlyFilesystem => bilingual!("磁盘只能读，不能写", "{error}"),
        io::ErrorKind::AddrInUse => bilingual!("端口已被占用", "{error}"),
        _ => bilingual!("系统提示：“{error}”", "{error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_lies_beneath_an_error_is_told_in_both_languages() {
        let missing: io::Result<()> = Err(io::ErrorKind::NotFound.into());
        let error = missing
            .with_wording(|| bilingual!("无法读取 a.toml", "a.toml can't be read"))
            .with_wording(|| bilingual!("网站没有生成", "no site was made"));
        let told = wording(&error.expect_err("it is one"));
        assert_eq!(told.zh, "网站没有生成：无法读取 a.toml：没有这个文件或文件夹");
        assert!(told.en.starts_with("no site was made: a.toml can't be read: "), "{}", told.en);
        let name = corpus::names::check_id("A").map_err(anyhow::Error::from);
        assert!(wording(&name.expect_err("no id")).zh.contains("“A”不能作代号"));
    }
}
