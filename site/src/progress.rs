//! What a build is doing, step by step, for whoever waits for it.

/// A step that takes its time, in the order of a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Texts are read and checked, links and figures found.
    Texts,
    /// Every page is made, and the index.
    Pages,
    /// The pages are packed for reading offline, and the files for download are made.
    Downloads,
    /// Every file gets its checksum.
    Checksums,
}

impl Step {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Texts, Self::Pages, Self::Downloads, Self::Checksums];

    /// Its number, from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().take_while(|step| **step != self).count() + 1
    }

    /// What is being done, in Chinese and English.
    pub fn words(self) -> [&'static str; 2] {
        match self {
            Self::Texts => [
                "读取资料，核对文字，找出对应关系和数字",
                "Reading texts, finding links and figures",
            ],
            Self::Pages => ["生成网页和搜索索引", "Making pages and the search index"],
            Self::Downloads => {
                ["打包网页，生成下载文件", "Packing pages, making files for download"]
            }
            Self::Checksums => ["计算校验值", "Computing checksums"],
        }
    }
}

/// Is told when a step begins.
pub type Tell<'a> = &'a dyn Fn(Step);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_numbered_and_named_apart() {
        for (index, step) in Step::ALL.into_iter().enumerate() {
            assert_eq!(step.number(), index + 1);
            let same = Step::ALL.iter().filter(|other| other.words() == step.words());
            assert_eq!(same.count(), 1, "{step:?}");
        }
    }
}
