import Glibc
import Interface
import Platform
import Synchronization

/// Where notes that could not be stored are kept as files: in the user's folder of states, and where
/// that cannot be written, in TMPDIR or `/tmp`.
package struct RescueFolders: Sendable {
  /// The folders, the best first.
  private let folders: [String]
  /// A descriptor that is given up when there is none left for a file.
  private let spare = SpareDescriptor()

  private static let prefix = "rawi-unsaved-"
  /// The end of the name of a file that somebody who read another article was told of.
  private static let told = ".told.txt"
  /// The most bytes that a file may have.
  private static let limit = 64 << 20

  /// The folders that `environment` names.
  package init(environment: [String: String]) {
    let temporary = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    folders = [UserFolder.state.path(of: "unsaved", environment), temporary ?? "/tmp"]
      .compactMap(\.self)
  }

  /// A file that was left, and what it says.
  struct Left {
    var file: HeldFile
    var text: Result<RescueText, RescueText.Problem>

    /// Whether a person who read another article was told of it.
    var isTold: Bool { file.path.hasSuffix(RescueFolders.told) }

    /// Notes that a person who reads another article is told of it now, and need not be again.
    func markTold() {
      guard !isTold, file.path.hasSuffix(".txt") else { return }
      _ = PathCalls.rename(file.path, to: file.path.dropLast(4) + RescueFolders.told)
    }
  }

  /// Takes hold of all files that nobody has hold of.
  func claimAll() -> [Left] {
    var seen: Set<String> = []
    return folders.flatMap { folder in
      Folder.names(in: folder).sorted().compactMap { name -> Left? in
        let path = FilePath.join(folder, name)
        guard name.hasPrefix(Self.prefix), name.hasSuffix(".txt"),
          seen.insert(FilePath.real(path) ?? path).inserted,
          let file = (try? HeldFile.claim(path)) ?? nil
        else { return nil }
        guard let bytes = try? file.bytes(limit: Self.limit) else {
          return Left(file: file, text: .failure(.damaged))
        }
        return Left(
          file: file, text: Result { () throws(RescueText.Problem) in try RescueText(bytes) })
      }
    }
  }

  /// Writes `text` into a file of its own, on disk when this returns.
  ///
  /// - Parameters:
  ///   - text: what the file says.
  ///   - path: a file that is written over, where there is one already.
  /// - Returns: the file, of which this process has hold.
  /// - Throws: `FileError` of the best folder, where it can be written nowhere.
  func write(_ text: RescueText, over path: String?) throws(FileError) -> HeldFile {
    let bytes = Array(text.string.utf8)
    let paths = [path].compactMap(\.self) + folders.map { FilePath.join($0, Self.newName()) }
    var problem: FileError?
    for path in paths {
      do throws(FileError) {
        return try write(bytes, to: path)
      } catch {
        problem = problem ?? error
      }
    }
    throw problem ?? FileError(path: "", reason: .missing)
  }

  private func write(_ bytes: [UInt8], to path: String) throws(FileError) -> HeldFile {
    do throws(FileError) {
      try Folder.make(FilePath.folder(of: path))
      return try HeldFile.write(bytes, to: path)
    } catch  where [EMFILE, ENFILE].contains(error.number) && spare.giveUp() {
      return try HeldFile.write(bytes, to: path)
    }
  }

  /// A name that no other file has: two readers may end at the same moment.
  private static func newName() -> String {
    let moment = Timestamp.next().iso.prefix(19).filter { $0 != "-" && $0 != ":" }
    let letters = String(UInt32.random(in: .min ... .max) | 1 << 31, radix: 32)
    return "\(prefix)\(moment)-\(letters).txt"
  }
}

/// A descriptor that is held so that there is one when it is needed.
private final class SpareDescriptor: Sendable {
  private let descriptor = Mutex(open("/dev/null", O_RDONLY | O_CLOEXEC))

  deinit { giveUp() }

  /// Closes it.
  ///
  /// - Returns: whether it was there.
  @discardableResult func giveUp() -> Bool {
    descriptor.withLock { descriptor in
      guard descriptor >= 0 else { return false }
      close(descriptor)
      descriptor = -1
      return true
    }
  }
}
