//! How numbers, texts, lists, structs and enums are written and read.

/// What is left of an encoded library. Past its end everything reads as empty, and `broken` says so.
pub(super) struct Decoder<'a> {
    pub(super) rest: &'a [u8],
    pub(super) broken: bool,
}

/// What an encoded library can hold.
pub(super) trait Encoded: Sized {
    fn write(&self, bytes: &mut Vec<u8>);
    fn read(input: &mut Decoder<'_>) -> Self;
}

/// Numbers as LEB128.
impl Encoded for u32 {
    fn write(&self, bytes: &mut Vec<u8>) {
        let mut left = *self;
        while left >= 0x80 {
            bytes.push(left as u8 | 0x80);
            left >>= 7;
        }
        bytes.push(left as u8);
    }

    #[inline(never)]
    fn read(input: &mut Decoder<'_>) -> Self {
        let mut value = 0;
        for shift in (0..32).step_by(7) {
            let Some((byte, rest)) = input.rest.split_first() else { break };
            input.rest = rest;
            value |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return value;
            }
        }
        input.broken = true;
        0
    }
}

/// Texts as their length in bytes and UTF-8.
impl Encoded for String {
    fn write(&self, bytes: &mut Vec<u8>) {
        (self.len() as u32).write(bytes);
        bytes.extend_from_slice(self.as_bytes());
    }

    #[inline(never)]
    fn read(input: &mut Decoder<'_>) -> Self {
        let length = u32::read(input) as usize;
        let text = input.rest.get(..length).and_then(|text| std::str::from_utf8(text).ok());
        let Some(text) = text else {
            input.broken = true;
            return Self::new();
        };
        input.rest = &input.rest[length..];
        text.to_owned()
    }
}

impl<T: Encoded> Encoded for Vec<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        (self.len() as u32).write(bytes);
        for one in self {
            one.write(bytes);
        }
    }

    #[inline(never)]
    fn read(input: &mut Decoder<'_>) -> Self {
        let mut all = Self::new();
        for _ in 0..u32::read(input) {
            if input.broken {
                break;
            }
            all.push(T::read(input));
        }
        all
    }
}

impl<T: Encoded> Encoded for Option<T> {
    fn write(&self, bytes: &mut Vec<u8>) {
        u32::from(self.is_some()).write(bytes);
        if let Some(one) = self {
            one.write(bytes);
        }
    }

    fn read(input: &mut Decoder<'_>) -> Self {
        (u32::read(input) != 0).then(|| T::read(input))
    }
}

/// Structs: the named fields in this order; with `; rest` the others are left out.
macro_rules! encoded {
    ($($type:ident { $($field:ident),* $(; $rest:ident)? })*) => {$(
        impl Encoded for $type {
            fn write(&self, bytes: &mut Vec<u8>) {
                $(self.$field.write(bytes);)*
            }

            #[inline(never)]
            fn read(input: &mut Decoder<'_>) -> Self {
                $(let $field = Encoded::read(input);)*
                encoded!(@make Self { $($field),* } $($rest)?)
            }
        }
    )*};
    (@make $type:ident { $($field:ident),* }) => { $type { $($field),* } };
    (@make $type:ident { $($field:ident),* } rest) => {
        $type { $($field,)* ..<$type>::default() }
    };
}

/// Enums without data, by position.
macro_rules! encoded_enum {
    ($($type:ident [$($case:ident),*])*) => {$(
        impl Encoded for $type {
            fn write(&self, bytes: &mut Vec<u8>) {
                let cases = [$(Self::$case),*];
                let at = cases.iter().position(|case| case == self).unwrap_or_default();
                (at as u32).write(bytes);
            }

            fn read(input: &mut Decoder<'_>) -> Self {
                let cases = [$(Self::$case),*];
                cases[(u32::read(input) as usize).min(cases.len() - 1)]
            }
        }
    )*};
}

/// Types that are encoded as another type.
macro_rules! encoded_as {
    ($($type:ty as $other:ty: $out:expr, $back:expr;)*) => {$(
        impl Encoded for $type {
            fn write(&self, bytes: &mut Vec<u8>) {
                let out: fn(&$type) -> $other = $out;
                out(self).write(bytes);
            }

            fn read(input: &mut Decoder<'_>) -> Self {
                let back: fn($other) -> $type = $back;
                back(<$other>::read(input))
            }
        }
    )*};
}

pub(super) use {encoded, encoded_as, encoded_enum};
