import Annotations
import ArabicAnalysis

extension OwnNames {
  /// The names that a person has taught to be some.
  ///
  /// A line of an unknown kind, which only an editor can have written, is passed over.
  package init(_ taught: PersonalNames) {
    self.init(
      taught.entries.compactMap { entry in
        guard let kind = entry.kind.flatMap(EntityKind.init(rawValue:)), kind.isNamed else {
          return nil
        }
        return Entry(name: entry.name, kind: kind, canonical: entry.canonical)
      })
  }
}
