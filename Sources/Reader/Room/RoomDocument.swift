import Annotations
import ArabicText
import Interface
import Platform

/// A document in the list of a reading room.
package struct RoomDocument: Sendable {
  /// What names it: its file, and its number among the documents in that where there are several.
  package struct ID: Hashable, Sendable {
    /// The path of the file.
    package var path: String
    /// Its number in the file, from 0; `nil` where the file is the document.
    package var item: Int?
    /// The hash of its text, by which it is known where others have come before it; it does not tell two apart.
    package var hash: String?

    /// The document of the file at `path`, or the one of this number in it, whose text has the hash `hash`.
    package init(path: String, item: Int? = nil, hash: String? = nil) {
      (self.path, self.item, self.hash) = (path, item, hash)
    }

    package static func == (one: ID, other: ID) -> Bool {
      one.path == other.path && one.item == other.item
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(path)
      hasher.combine(item)
    }
  }

  /// What names it.
  package var id: ID
  /// The hash of its text, by which it is known what was done with it.
  package var hash: String
  /// Its title, or its first line.
  package var title: String
  /// Who published it.
  package var source: String?
  /// When it was published, or else when its file was changed.
  package var time: Timestamp
  /// How many words it has.
  package var words: Int
  /// Who is named most in it, the most first; nothing where that is not known yet.
  package var names: [String]
  /// The other documents that are the same.
  package var copies: [RoomDocument]
  /// The name of its file.
  let name: String
  /// All that is looked through when one types.
  let searched: DecodedText

  /// A document of these parts; `allNames` are those that are in it, whether or not they are told.
  package init(
    id: ID, hash: String, title: String, source: String? = nil, time: Timestamp,
    words: Int, names: [String] = [], allNames: [String] = [],
    copies: [RoomDocument] = []
  ) {
    (self.id, self.hash, self.title, self.source) = (id, hash, title, source)
    (self.time, self.words, self.names, self.copies) = (time, words, names, copies)
    name = FilePath.name(of: id.path)
    let numbers = [String(words)] + [Language.english, .arabic].map { $0.string(of: words) }
    let all =
      [title, source ?? "", String(time.iso.prefix(10)), name] + numbers + names + allNames
    searched = DecodedText(all.joined(separator: "\n"))
  }
}

/// How the documents of a room are sorted.
package enum RoomOrder: CaseIterable, Hashable, Sendable {
  /// The newest first.
  case date
  /// By their titles.
  case title
  /// By the names of their files.
  case name
  /// Those first that nobody has opened, then by date.
  case unread

  /// The next one in turn.
  var next: RoomOrder {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
