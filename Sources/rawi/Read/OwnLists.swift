import Annotations
import CursesTerminal

/// What the person has taught: names, and who speaks by which phrase.
struct OwnLists: Hashable, Sendable {
  /// The names.
  var names = PersonalNames()
  /// The phrases for who speaks.
  var speakers = PersonalSpeakers()

  /// Reads the lists as they are now; one that cannot be read is empty.
  static func read() -> OwnLists {
    guard let folder = try? DataFolder(environment: ProcessEnvironment.variables) else {
      return OwnLists()
    }
    return OwnLists(
      names: (try? PersonalListFile(in: folder).read()) ?? PersonalNames(),
      speakers: (try? PersonalListFile(in: folder).read()) ?? PersonalSpeakers())
  }
}
