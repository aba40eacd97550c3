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

  /// The lists in `folder` as they are now, and `names` before those in it.
  ///
  /// What cannot be read or used of them is told by `tell` and says nothing.
  ///
  /// - Complexity: O(*n*) in the length of the lists.
  package init(
    in folder: DataFolder, before names: UserNames = UserNames(),
    tell: (UserListProblem) -> Void = { _ in }
  ) {
    func text(of list: UserList) -> String {
      do throws(StoreError) {
        return try UserListFile(list, in: folder).text()
      } catch {
        tell(.unread(error))
        return ""
      }
    }
    let learnt = UserNames.entries(ofUsableLinesOf: text(of: .names))
    let speakers = UserSpeakers(usableLinesOf: text(of: .speakers))
    let unusable =
      UserListFile(.names, in: folder).lines(learnt.problems)
      + UserListFile(.speakers, in: folder).lines(speakers.unusableLines)
    if !unusable.isEmpty { tell(.unusable(unusable)) }
    self.init(
      names: learnt.entries.isEmpty ? names : UserNames(learnt.entries + names.entries),
      speakers: speakers)
  }

  /// Whether they say nothing.
  package var isEmpty: Bool { names.isEmpty && speakers.isEmpty }
}
