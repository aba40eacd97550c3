import Annotations
import ArabicAnalysis

/// What the user's lists say: names, and who speaks by which phrase.
package struct UserLists: Sendable {
  /// The names.
  package var names: UserNames
  /// The phrases for who speaks.
  package var speakers: UserSpeakers

  /// Lists of `names` and `speakers`.
  package init(names: UserNames = UserNames(), speakers: UserSpeakers = UserSpeakers()) {
    self.names = names
    self.speakers = speakers
  }

  /// The lists in `folder` as they are now; one that cannot be read is told by `tell` and says nothing.
  package init(in folder: DataFolder, tell: (StoreError) -> Void = { _ in }) {
    func text(of list: UserList) -> String {
      do throws(StoreError) {
        return try UserListFile(list, in: folder).read().text
      } catch {
        tell(error)
        return ""
      }
    }
    self.init(
      names: UserNames(usableLinesOf: text(of: .names)),
      speakers: UserSpeakers(usableLinesOf: text(of: .speakers)))
  }

  /// Whether they say nothing.
  package var isEmpty: Bool { names.isEmpty && speakers.isEmpty }
}
