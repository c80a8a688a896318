//! A row of a table as expressions see it, shared: a loop over the rows takes each one without copying its cells.
//!
//! CEL's own map copies every key and value for every turn of every loop, which was a sixth of an evaluation.

use std::sync::Arc;

use cel::common::traits::{Container, Indexer, Iterable, Sizer, Zeroer};
use cel::common::types::{CelMap, Type};
use cel::common::value::{Builtin, BuiltinRef, Val};

/// A map of the expression language behind a shared pointer; it behaves as the map does.
#[derive(Debug, Clone)]
pub struct SharedRow(Arc<CelMap<'static>>);

impl SharedRow {
    /// Shares a map; nothing where it is none.
    pub fn of(map: Box<dyn Val>) -> Option<Box<dyn Val>> {
        match map.into_builtin()? {
            Builtin::Map(map) => Some(Box::new(Self(Arc::new(map)))),
            _ => None,
        }
    }
}

impl Val for SharedRow {
    fn get_type(&self) -> &Type {
        self.0.get_type()
    }

    fn cel_type() -> &'static Type {
        CelMap::cel_type()
    }

    fn as_container(&self) -> Option<&dyn Container> {
        self.0.as_container()
    }

    fn as_indexer<'b, 'v>(&'b self) -> Option<&'b (dyn Indexer + 'v)>
    where
        Self: 'v,
    {
        self.0.as_indexer()
    }

    fn as_iterable<'b, 'v>(&'b self) -> Option<&'b (dyn Iterable + 'v)>
    where
        Self: 'v,
    {
        self.0.as_iterable()
    }

    fn as_sizer(&self) -> Option<&dyn Sizer> {
        self.0.as_sizer()
    }

    fn as_zeroer(&self) -> Option<&dyn Zeroer> {
        self.0.as_zeroer()
    }

    fn equals(&self, other: &dyn Val) -> bool {
        self.0.equals(other)
    }

    fn clone_as_boxed<'v>(&self) -> Box<dyn Val + 'v>
    where
        Self: 'v,
    {
        Box::new(self.clone())
    }

    // What asks for a map of the language itself is given the one inside.
    fn as_builtin<'b, 'v>(&'b self) -> BuiltinRef<'b, 'v>
    where
        Self: 'v,
    {
        BuiltinRef::Map(&self.0)
    }

    fn into_builtin<'v>(self: Box<Self>) -> Option<Builtin<'v>>
    where
        Self: 'v,
    {
        Some(Builtin::Map(CelMap::clone(&self.0)))
    }
}
