/// The options of `rawi find` that say what is looked for, which the line after `:` takes as well.
package enum FindOption: String, CaseIterable, Sendable {
  /// Who speaks.
  case saidBy = "--said-by"
  /// Words of what is said.
  case about = "--about"
  /// A person who is named.
  case person = "--person"
  /// An organisation that is named.
  case organisation = "--organisation"
  /// A place that is named.
  case place = "--place"
  /// Who has published it.
  case source = "--source"
  /// The first day.
  case since = "--since"
  /// The last day.
  case until = "--until"
  /// Words of a note.
  case note = "--note"
  /// A tag.
  case tag = "--tag"
  /// That each copy is shown.
  case copies = "--copies"
}
