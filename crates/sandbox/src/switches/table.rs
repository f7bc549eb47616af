//! The macro behind the list of switches: an enumeration each, the struct of them all, and the names by which a
//! command line sets them.

/// A switch is a field, its type, its name and its values, of which the first is the default. Its doc comment is also
/// what people are told about it.
macro_rules! switches {
    ($(
        $(#[doc = $meaning:literal])+
        $field:ident: $type:ident = $name:literal { $($value:ident = $word:literal),+ $(,)? }
    )+) => {
        $(
            $(#[doc = $meaning])+
            #[derive(Debug, Clone, Copy, PartialEq, Eq)]
            pub enum $type { $($value),+ }

            impl $type {
                const ALL: &[(&'static str, Self)] = &[$(($word, Self::$value)),+];
            }

            impl Default for $type {
                fn default() -> Self {
                    Self::ALL[0].1
                }
            }
        )+

        /// How a sandbox answers where Zendesk's documentation does not say how Zendesk does.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub struct Switches {
            $($(#[doc = $meaning])+ pub $field: $type,)+
        }

        impl Switches {
            /// All of them, with the values that they have here.
            pub fn list(&self) -> Vec<Switch> {
                vec![$(Switch {
                    name: $name,
                    meaning: concat!($($meaning),+).trim_start(),
                    values: &[$($word),+],
                    value: $type::ALL
                        .iter()
                        .find(|(_, value)| *value == self.$field)
                        .map_or("", |(word, _)| *word),
                }),+]
            }

            /// Sets the switch of this name.
            ///
            /// # Errors
            /// When there is no such switch, or it has no such value.
            pub fn set(&mut self, name: &str, word: &str) -> Result<(), SwitchError> {
                match name {
                    $($name => {
                        let found = $type::ALL.iter().find(|(known, _)| *known == word);
                        self.$field = found.map(|(_, value)| *value).ok_or_else(|| {
                            SwitchError::Value { name: $name, values: &[$($word),+], word: word.to_owned() }
                        })?;
                        Ok(())
                    })+
                    _ => Err(SwitchError::Name(name.to_owned())),
                }
            }
        }
    };
}

pub(super) use switches;
