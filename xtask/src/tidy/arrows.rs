//! Which file of `src` uses which: every path in code is followed to the file that defines what it names, through
//! `mod.rs`, nested modules, imports, globs and re-exports. What only tests see is left out. Checks nothing.
//!
//! A re-export is an arrow of the file that uses the name, not of the file that passes it on; nor is an import of a
//! module an arrow before something of it is named. Methods are not followed: no path names them.

use super::{Source, has_extension};
use crate::Result;
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Attribute, Item, UseTree};

/// One file that uses another, with the first line that does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Arrow {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) line: usize,
}

/// The files of the library, and who uses whom.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// One arrow for each pair of files.
    pub(super) arrows: Vec<Arrow>,
    /// The files that are compiled for tests only.
    pub(super) test_only: BTreeSet<String>,
}

/// Reads the arrows between the files below `src`.
pub(super) fn of(files: &[Source]) -> Result<Graph> {
    let mut krate = Crate::default();
    let library = files.iter().filter(|file| file.name.starts_with("src/") && has_extension(&file.name, "rs"));
    for file in library {
        let tree = syn::parse_file(&file.text).map_err(|error| format!("{}: {error}", file.name))?;
        Reader { krate: &mut krate, file: &file.name, module: module_of(&file.name) }.visit_file(&tree);
    }
    Ok(krate.graph())
}

type Path = Vec<String>;

/// What is known of one module.
#[derive(Debug, Default)]
struct Module {
    file: String,
    items: BTreeSet<String>,
    imports: BTreeMap<String, Path>,
    globs: Vec<Path>,
    references: Vec<Reference>,
}

/// A path in code.
#[derive(Debug)]
struct Reference {
    path: Path,
    line: usize,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Code,
    Import,
    Macro,
}

#[derive(Debug, Default)]
struct Crate {
    modules: BTreeMap<Path, Module>,
    /// Modules that are declared for tests only.
    tests: Vec<Path>,
    /// Macros by name, each with the module that it stands in: it is known below that module without a path.
    macros: BTreeMap<String, Path>,
}

/// What a path leads to.
enum Target {
    Module(Path),
    Item(String),
}

/// The module of a file, by where it is.
fn module_of(name: &str) -> Path {
    let inside = name.trim_start_matches("src/").trim_end_matches(".rs");
    let mut path: Path = inside.split('/').map(str::to_owned).collect();
    if path.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        path.pop();
    }
    path
}

impl Crate {
    fn graph(&self) -> Graph {
        let mut graph = Graph::default();
        let mut first: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (path, module) in &self.modules {
            if self.is_test(path) {
                graph.test_only.insert(module.file.clone());
                continue;
            }
            for reference in &module.references {
                let Some(to) = self.follow(path, reference).filter(|to| *to != module.file) else { continue };
                let line = first.entry((module.file.clone(), to)).or_insert(reference.line);
                *line = reference.line.min(*line);
            }
        }
        graph.arrows = first.into_iter().map(|((from, to), line)| Arrow { from, to, line }).collect();
        graph
    }

    fn is_test(&self, path: &[String]) -> bool {
        self.tests.iter().any(|test| path.starts_with(test))
    }

    /// The file that a path leads to.
    fn follow(&self, module: &[String], reference: &Reference) -> Option<String> {
        let alone = reference.path.len() == 1;
        match self.resolve(module, &reference.path, 0) {
            Some(Target::Item(file)) => Some(file),
            // A lone name is a local variable, an import of a module is not yet a use of it.
            Some(Target::Module(_)) if alone || reference.kind == Kind::Import => None,
            Some(Target::Module(path)) => self.modules.get(&path).map(|module| module.file.clone()),
            None if reference.kind == Kind::Macro => {
                let scope = self.macros.get(reference.path.first()?).filter(|scope| module.starts_with(scope))?;
                self.modules.get(scope).map(|module| module.file.clone())
            }
            None => None,
        }
    }

    /// Follows a path from a module; `depth` ends imports that lead to themselves.
    fn resolve(&self, module: &[String], path: &[String], depth: u8) -> Option<Target> {
        let (first, mut rest) = path.split_first()?;
        let mut found = match first.as_str() {
            "crate" => Target::Module(Path::new()),
            "self" => Target::Module(module.to_vec()),
            "super" => Target::Module(module.split_last()?.1.to_vec()),
            name => self.lookup(module, name, depth)?,
        };
        while let (Target::Module(inside), Some((name, after))) = (&found, rest.split_first()) {
            found = match name.as_str() {
                "super" => Target::Module(inside.split_last()?.1.to_vec()),
                "self" => Target::Module(inside.clone()),
                name => match self.lookup(inside, name, depth) {
                    Some(target) => target,
                    // Something that a macro makes there.
                    None => Target::Item(self.modules.get(inside)?.file.clone()),
                },
            };
            rest = after;
        }
        Some(found)
    }

    /// What a name means in a module.
    fn lookup(&self, module: &[String], name: &str, depth: u8) -> Option<Target> {
        if depth > 16 {
            return None;
        }
        let child: Path = module.iter().cloned().chain([name.to_owned()]).collect();
        if self.modules.contains_key(&child) {
            return Some(Target::Module(child));
        }
        let own = self.modules.get(module)?;
        if own.items.contains(name) {
            return Some(Target::Item(own.file.clone()));
        }
        if let Some(path) = own.imports.get(name) {
            // `use name::...` of a crate outside has the same name as what it imports.
            return (path.first().map(String::as_str) != Some(name)).then(|| self.resolve(module, path, depth + 1))?;
        }
        own.globs.iter().find_map(|path| match self.resolve(module, path, depth + 1)? {
            Target::Module(inside) if inside != module => self.lookup(&inside, name, depth + 1),
            _ => None,
        })
    }
}

/// Reads one file into its modules.
struct Reader<'a> {
    krate: &'a mut Crate,
    file: &'a str,
    module: Path,
}

impl Reader<'_> {
    fn own(&mut self) -> &mut Module {
        let file = self.file;
        let module = self.krate.modules.entry(self.module.clone()).or_default();
        file.clone_into(&mut module.file);
        module
    }

    fn refer(&mut self, path: Path, line: usize, kind: Kind) {
        self.own().references.push(Reference { path, line, kind });
    }

    fn declare(&mut self, item: &Item) {
        if let Some(name) = name_of(item) {
            if matches!(item, Item::Macro(_)) {
                self.krate.macros.insert(name.clone(), self.module.clone());
            }
            self.own().items.insert(name);
        }
    }

    /// Reads the names of a `use`; those that are passed on count where they are used.
    fn import(&mut self, tree: &UseTree, before: &Path, passed_on: bool) {
        let longer = |name: &syn::Ident| before.iter().cloned().chain([name.to_string()]).collect::<Path>();
        let line = tree.span().start().line;
        let (name, path) = match tree {
            UseTree::Path(one) => return self.import(&one.tree, &longer(&one.ident), passed_on),
            UseTree::Group(all) => {
                return all.items.iter().for_each(|one| self.import(one, before, passed_on));
            }
            UseTree::Glob(_) => return self.own().globs.push(before.clone()),
            UseTree::Name(one) if one.ident == "self" => (before.last().cloned().unwrap_or_default(), before.clone()),
            UseTree::Name(one) => (one.ident.to_string(), longer(&one.ident)),
            UseTree::Rename(one) => (one.rename.to_string(), longer(&one.ident)),
        };
        if !passed_on {
            self.refer(path.clone(), line, Kind::Import);
        }
        self.own().imports.insert(name, path);
    }

    /// The paths in the tokens of a macro.
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        while let Some((first, after)) = rest.split_first() {
            rest = after;
            match first {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(ident) => {
                    let mut path = vec![ident.to_string()];
                    while let [TokenTree::Punct(one), TokenTree::Punct(two), TokenTree::Ident(next), after @ ..] = rest
                        && (one.as_char(), two.as_char()) == (':', ':')
                    {
                        path.push(next.to_string());
                        rest = after;
                    }
                    let called =
                        matches!(rest, [TokenTree::Punct(mark), TokenTree::Group(_), ..] if mark.as_char() == '!');
                    let kind = if called { Kind::Macro } else { Kind::Code };
                    self.refer(path, ident.span().start().line, kind);
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_file(&mut self, file: &'ast syn::File) {
        self.own();
        visit::visit_file(self, file);
    }

    fn visit_item(&mut self, item: &'ast Item) {
        if is_for_tests(attributes(item)) {
            if let Item::Mod(module) = item {
                let path = self.module.iter().cloned().chain([module.ident.to_string()]).collect();
                self.krate.tests.push(path);
            }
            return;
        }
        self.declare(item);
        visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let Some((_, items)) = &item.content else { return };
        self.module.push(item.ident.to_string());
        self.own();
        for item in items {
            self.visit_item(item);
        }
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let passed_on = !matches!(item.vis, syn::Visibility::Inherited);
        self.import(&item.tree, &Path::new(), passed_on);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !is_for_tests(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_field(&mut self, field: &'ast syn::Field) {
        if !is_for_tests(&field.attrs) {
            visit::visit_field(self, field);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.refer(names, path.span().start().line, Kind::Code);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, one: &'ast syn::Macro) {
        let names = one.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.refer(names, one.span().start().line, Kind::Macro);
        self.tokens(one.tokens.clone());
    }

    /// `pub(in crate::rules)` uses nothing.
    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {}

    /// Attributes name paths as strings: `#[serde(with = "crate::x")]`.
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        let syn::Meta::List(list) = &attribute.meta else { return };
        for token in list.tokens.clone() {
            let text = token.to_string();
            let path: Path = text.trim_matches('"').split("::").map(str::to_owned).collect();
            if path.first().is_some_and(|first| ["crate", "self", "super"].contains(&first.as_str())) {
                self.refer(path, token.span().start().line, Kind::Code);
            }
        }
    }
}

fn name_of(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(one) => &one.ident,
        Item::Enum(one) => &one.ident,
        Item::Fn(one) => &one.sig.ident,
        Item::Macro(one) => one.ident.as_ref()?,
        Item::Static(one) => &one.ident,
        Item::Struct(one) => &one.ident,
        Item::Trait(one) => &one.ident,
        Item::TraitAlias(one) => &one.ident,
        Item::Type(one) => &one.ident,
        Item::Union(one) => &one.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(one) => &one.attrs,
        Item::Enum(one) => &one.attrs,
        Item::ExternCrate(one) => &one.attrs,
        Item::Fn(one) => &one.attrs,
        Item::ForeignMod(one) => &one.attrs,
        Item::Impl(one) => &one.attrs,
        Item::Macro(one) => &one.attrs,
        Item::Mod(one) => &one.attrs,
        Item::Static(one) => &one.attrs,
        Item::Struct(one) => &one.attrs,
        Item::Trait(one) => &one.attrs,
        Item::Type(one) => &one.attrs,
        Item::Union(one) => &one.attrs,
        Item::Use(one) => &one.attrs,
        _ => &[],
    }
}

/// Whether something is there in tests only: `#[test]`, `#[cfg(test)]` or `#[cfg(all(test, ...))]`.
fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::Path(path) => path.is_ident("test"),
        syn::Meta::List(list) if list.path.is_ident("cfg") => asks_for_test(list.tokens.clone()),
        _ => false,
    })
}

fn asks_for_test(condition: TokenStream) -> bool {
    let tokens: Vec<TokenTree> = condition.into_iter().collect();
    match tokens.as_slice() {
        [TokenTree::Ident(all), TokenTree::Group(group)] if all == "all" => {
            let parts: Vec<TokenTree> = group.stream().into_iter().collect();
            parts
                .split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','))
                .any(|part| asks_for_test(part.iter().cloned().collect()))
        }
        [TokenTree::Ident(test)] => test == "test",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The arrows of a tree of files, as `from to`.
    fn arrows(files: &[(&str, &str)]) -> Vec<String> {
        let source = |(name, text): &(&str, &str)| Source { name: format!("src/{name}.rs"), text: (*text).to_owned() };
        let graph = of(&files.iter().map(source).collect::<Vec<_>>()).unwrap_or_default();
        let short = |name: &str| name.trim_start_matches("src/").trim_end_matches(".rs").to_owned();
        graph.arrows.iter().map(|arrow| format!("{} {}", short(&arrow.from), short(&arrow.to))).collect()
    }

    #[test]
    fn paths_of_every_form_lead_to_the_file_that_defines() {
        let library = "mod a; mod b;";
        for code in [
            "use crate::b::B;",
            "use crate::{b::B};",
            "use crate::{b::{self, B}};",
            "use super::b::B as Other;",
            "use crate::b; fn x() -> b::B { todo() }",
            "fn x(y: crate::b::B) {}",
            "fn x() { let y = super::b::B; }",
            "fn x() { vec![crate::b::B]; }",
            "use crate::b::*; fn x(y: B) {}",
            "fn x() { use crate::b::B; }",
            "mod inner { fn x(y: super::super::b::B) {} }",
            "#[serde(with = \"crate::b\")] struct X;",
            "macro_rules! m { () => { $crate::b::B } }",
        ] {
            assert_eq!(arrows(&[("lib", library), ("a", code), ("b", "pub struct B;")]), ["a b"], "{code}");
        }
    }

    #[test]
    fn names_that_use_nothing_are_no_arrows() {
        for code in [
            "use crate::b;",
            "use std::b::B;",
            "fn x() { let b = 1; b }",
            "#[cfg(test)] mod tests { use crate::b::B; }",
            "#[cfg(all(test, unix))] use crate::b::B;",
            "#[test] fn x() { crate::b::B; }",
            "struct X { #[cfg(test)] y: crate::b::B }",
            "pub(in crate::b) struct X;",
            "// crate::b::B",
            "/// [`crate::b::B`]\nstruct X;",
            "pub use crate::b::B;",
        ] {
            let files = [("lib", "mod a; mod b;"), ("a", code), ("b", "pub struct B;")];
            assert_eq!(arrows(&files), Vec::<String>::new(), "{code}");
        }
    }

    #[test]
    fn re_exports_are_followed_to_where_something_is_defined() {
        let files = [
            ("lib", "mod a; mod b;"),
            ("a/mod", "mod deep; mod user; pub use deep::Deep; pub use crate::b::*;"),
            ("a/deep", "pub struct Deep; pub struct Own;"),
            ("a/user", "use super::Deep; use crate::a::B;"),
            ("b", "use crate::a::Deep as Renamed; pub struct B;"),
        ];
        assert_eq!(arrows(&files), ["a/user a/deep", "a/user b", "b a/deep"]);
        let own = [("lib", "mod a;"), ("a/mod", "mod deep; pub use deep::Deep; fn x(y: Deep) {}"), files[2]];
        assert_eq!(arrows(&own), ["a/mod a/deep"], "who passes on and uses");
    }

    #[test]
    fn what_a_mod_rs_defines_is_its_own() {
        let files = [("lib", "mod a;"), ("a/mod", "mod b; fn x() { b::y() }"), ("a/b", "pub fn y() { super::x() }")];
        assert_eq!(arrows(&files), ["a/b a/mod", "a/mod a/b"]);
    }

    #[test]
    fn modules_for_tests_are_left_out_with_everything_below_them() {
        let files = [
            Source { name: "src/lib.rs".to_owned(), text: "mod a; #[cfg(test)] mod samples;".to_owned() },
            Source { name: "src/a.rs".to_owned(), text: "pub struct A;".to_owned() },
            Source { name: "src/samples/mod.rs".to_owned(), text: "mod one;".to_owned() },
            Source { name: "src/samples/one.rs".to_owned(), text: "use crate::a::A;".to_owned() },
        ];
        let graph = of(&files).unwrap_or_default();
        assert_eq!(graph.arrows, []);
        assert_eq!(graph.test_only.len(), 2);
    }

    #[test]
    fn a_macro_is_known_below_its_module_without_a_path() {
        let made = "macro_rules! made { () => {} }";
        let files =
            [("lib", "mod m; mod a;"), ("m/mod", made), ("m/one", "made!();"), ("a", "made!(); fn x(made: u8) {}")];
        assert_eq!(arrows(&files), ["m/one m/mod"]);
    }
}
