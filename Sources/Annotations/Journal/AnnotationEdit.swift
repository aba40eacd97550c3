import Platform

/// Something that a person does to an annotation.
package enum AnnotationEdit: Hashable, Sendable {
  /// It is new.
  case add(Annotation)
  /// It was known as `from` and is to be as `to`. What somebody else has changed meanwhile stays.
  case change(from: Annotation, to: Annotation)
  /// It goes.
  case remove(AnnotationID)
}

/// What came of edits, of an undo or of a redo; it is on disk.
package struct AnnotationOutcome: Hashable, Sendable {
  /// What was done, in a few words.
  package var summary: String
  /// The annotations that are new or changed, with their places.
  package var changed: [PlacedAnnotation] = []
  /// Those that are gone.
  package var removed: [AnnotationID] = []
  /// Whether a note is kept beside one that somebody else wrote at the same time.
  package var keptBeside = false
  /// What each annotation was before and is now; what a list of names learns from.
  package var items: [JournalItem] = []
  /// The number of the change in the journal; `nil` where nothing was changed.
  package var change: Int64?
  /// Whether another window has made the change that was undone or done again.
  package var isOfOthers = false
}

/// One annotation before and after a change; `nil` where it was not there.
package struct JournalItem: Hashable, Sendable {
  /// How it was.
  package var before: Annotation?
  /// How it is.
  package var after: Annotation?

  /// A change from `before` to `after`.
  package init(before: Annotation?, after: Annotation?) {
    self.before = before
    self.after = after
  }

  var json: JSON {
    JSON.object([("before", before?.json ?? .null), ("after", after?.json ?? .null)])
  }

  /// The change that ``json`` was made of, or `nil` where it is not of that form.
  init?(json: JSON) {
    guard let before = json["before"], let after = json["after"], before != .null || after != .null
    else { return nil }
    do throws(JSONValue.Mismatch) {
      self.before = try Self.side(before)
      self.after = try Self.side(after)
    } catch {
      // A side that is there and cannot be read is not one that was not there.
      return nil
    }
  }

  private static func side(_ json: JSON) throws(JSONValue.Mismatch) -> Annotation? {
    json == .null ? nil : try Annotation(reading: JSONValue(json), isOwn: true)
  }

  /// The items of a change as the journal keeps them, or `nil` where these cannot be read.
  static func items(parsing text: String) -> [JournalItem]? {
    guard let elements = (try? JSON(parsing: text))?.array, !elements.isEmpty else { return nil }
    let items = elements.compactMap(JournalItem.init(json:))
    return items.count == elements.count ? items : nil
  }

  /// The change back.
  var inverse: JournalItem { JournalItem(before: after, after: before) }
}

/// A document that has annotations, as the store knows it.
package struct AnnotatedDocument: Hashable, Sendable {
  /// The SHA-256 of its text as it was seen last.
  package var contentHash: String
  /// Where it lay then.
  package var path: String?
  /// When that was.
  package var seen: Timestamp
  /// How many annotations it has.
  package var count: Int
  /// Whether it was seen there last; else it may be there no more.
  package var isLast = true
}

/// A document in which something is corrected, as the store knows it.
package struct CorrectedDocument: Hashable, Sendable {
  /// The SHA-256 of its text as it was seen once.
  package var contentHash: String
  /// Where it lay then.
  package var path: String?
  /// What is another text for other corrections.
  package var revision: String
}
