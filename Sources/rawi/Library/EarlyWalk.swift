import ArgumentParser
import Library
import Synchronization

/// A look through the folder that a call asks about, which is begun before the call is parsed: that takes a third
/// of the time that the folder of a large library does.
///
/// It only looks. Where the call turns out to be another one, what it has seen is left.
enum EarlyWalk {
  private static let begun = Mutex<(folder: String, walk: FolderWalk)?>(nil)

  /// Begins it where `arguments` are a call of `rawi find`.
  static func begin(_ arguments: [String]) {
    guard arguments.first == FindCommand._commandName else { return }
    let folder = folder(in: arguments.dropFirst())
    begun.withLock { $0 = (folder, FolderWalk(folder)) }
  }

  /// The look through `folder`, from now on where none was begun.
  static func walk(through folder: String) -> FolderWalk {
    let begun = begun.withLock { begun in
      defer { begun = nil }
      return begun
    }
    return begun.flatMap { $0.folder == folder ? $0.walk : nil } ?? FolderWalk(folder)
  }

  /// The folder that stands behind `--in` in `arguments`, the last of several.
  static func folder(in arguments: ArraySlice<String>) -> String {
    var folder = "."
    var isNext = false
    for argument in arguments {
      if isNext {
        folder = argument
        isNext = false
      } else if argument == "--" {
        break
      } else if argument == "--in" {
        isNext = true
      } else if argument.hasPrefix("--in=") {
        folder = String(argument.dropFirst("--in=".count))
      }
    }
    return folder
  }
}
