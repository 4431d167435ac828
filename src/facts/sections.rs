//! The macro that makes the fields of a document, those of the estate and the table of sections from one list, so that a
//! new question is one entry.

macro_rules! sections {
    (
        $(#[$facts_doc:meta])* facts $facts:ident;
        $(#[$estate_doc:meta])* estate $estate:ident;
        $(#[$module_doc:meta])* table $table:ident, $shell:ident, $prefix:literal;
        $( $(#[$doc:meta])* $field:ident $constant:ident $name:literal: $type:ty, $policy:ident, $command:literal; )*
    ) => {
        $(#[$facts_doc])*
        #[derive(Clone, Debug, Default, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $facts {
            $( $(#[$doc])* pub $field: Option<$crate::facts::section::Fact<$type>>, )*
        }

        $(#[$estate_doc])*
        #[derive(Debug)]
        pub struct $estate {
            $( $(#[$doc])* pub $field: $crate::facts::merge::Merged<$type>, )*
        }

        $(#[$module_doc])*
        pub mod $table {
            use $crate::facts::section::{MergePolicy, Section, Shell};
            $(
                $(#[$doc])*
                pub static $constant: Section = Section {
                    path: concat!($prefix, ".", $name),
                    command: $command,
                    shell: Shell::$shell,
                    merge_policy: MergePolicy::$policy,
                };
            )*
            /// All of them.
            pub static ALL: &[&Section] = &[$(&$constant),*];
        }

        impl $estate {
            /// Merges the answers of several documents, each with the number of its document.
            pub(super) fn merge(
                documents: Vec<(usize, $facts)>,
                conflicts: &mut Vec<$crate::facts::merge::Conflict>,
            ) -> Self {
                $( let mut $field = Vec::new(); )*
                for (number, facts) in documents {
                    $( if let Some(fact) = facts.$field { $field.push((number, fact)); } )*
                }
                Self { $( $field: $crate::facts::merge::Merged::new(&$table::$constant, $field, conflicts), )* }
            }

            /// Whether a question is one of these, and what keeps it from being answered if it is not.
            pub(super) fn answer(
                &self,
                section: &$crate::facts::section::Section,
            ) -> Option<Result<(), $crate::facts::merge::Missing>> {
                $( if section.path == $table::$constant.path {
                    return Some(self.$field.items().map(|_| ()));
                } )*
                None
            }
        }
    };
}
pub(super) use sections;
