import Annotations
import Platform

/// What the person has taught: names, and who speaks by which phrase.
package struct OwnLists: Hashable, Sendable {
  /// The names.
  package var names = PersonalNames()
  /// The phrases for who speaks.
  package var speakers = PersonalSpeakers()

  /// Lists of `names` and `speakers`.
  package init(
    names: PersonalNames = PersonalNames(), speakers: PersonalSpeakers = PersonalSpeakers()
  ) {
    (self.names, self.speakers) = (names, speakers)
  }

  /// Reads the lists as they are now; one that cannot be read is empty.
  package static func read() -> OwnLists {
    guard let folder = try? DataFolder(environment: ProcessEnvironment.variables) else {
      return OwnLists()
    }
    return OwnLists(
      names: (try? PersonalListFile(in: folder).read()) ?? PersonalNames(),
      speakers: (try? PersonalListFile(in: folder).read()) ?? PersonalSpeakers())
  }
}
