import Annotations
import Interface

/// What the work beside the screen tells the list of a reading room.
package enum RoomAnswer: Sendable {
  /// The documents as they are known now, the newest first.
  case documents([RoomDocument])
  /// What was done with documents, by the hashes of their texts.
  case readings([String: DocumentReading])
  /// How far the work is; `nil` where it has ended.
  case progress(RoomProgress?)
  /// What could not be read.
  case unread([UnreadFile])
  /// Something that the person has to know.
  case notice(Notice)
  /// What was known of the documents is lost, for the reason that the notice has, and is to be found out again.
  case remade(Notice)
}

/// How far the work on a reading room is.
package struct RoomProgress: Hashable, Sendable {
  /// What is done.
  package enum Work: Hashable, Sendable {
    /// Files are read.
    case reading
    /// Names are looked for.
    case analysing
  }

  /// What is done.
  package var work: Work
  /// How many documents are done.
  package var done: Int
  /// How many there are to do.
  package var total: Int
  /// How many minutes it takes still, rounded up; `nil` while nobody knows.
  package var minutes: Int?

  /// Work of which so much is done.
  package init(_ work: Work, done: Int, total: Int, minutes: Int? = nil) {
    (self.work, self.done, self.total, self.minutes) = (work, done, total, minutes)
  }
}

/// A file that could not be read, or not all of its lines.
package struct UnreadFile: Hashable, Sendable {
  /// Its path.
  package var path: String
  /// Why, of each line, in no language yet; nothing where that was not asked again.
  package var reasons: [Phrase]

  /// The file at `path`, which could not be read for `reasons`.
  package init(path: String, reasons: [Phrase]) { (self.path, self.reasons) = (path, reasons) }
}
