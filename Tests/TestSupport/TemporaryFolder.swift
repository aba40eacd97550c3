import Glibc

/// A folder for the files of one test, which goes with all that is in it when the test is done.
package final class TemporaryFolder: Sendable {
  /// The path of the folder.
  package let path: String

  /// A new folder.
  package init() throws {
    var template = Array("/tmp/rawi-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw FileProblem(call: "mkdtemp", number: errno) }
    path = String(cString: made)
  }

  deinit { Self.remove(path) }

  /// The names in the folder, sorted.
  package var names: [String] { Self.names(in: path) }

  /// Writes a file of `bytes` and gives its path.
  package func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = path + "/" + name
    try Self.write(Array(bytes), to: file)
    return file
  }

  /// Makes a folder in it and gives its path.
  package func folder(_ name: String) throws -> String {
    let folder = path + "/" + name
    guard mkdir(folder, 0o700) == 0 else { throw FileProblem(call: "mkdir", number: errno) }
    return folder
  }

  /// Writes a file that holds `bytes` and nothing else.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    guard let stream = fopen(path, "w") else { throw FileProblem(call: "fopen", number: errno) }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count, fflush(stream) == 0 else {
      throw FileProblem(call: "fwrite", number: errno)
    }
  }

  /// The bytes of the file at `path`.
  ///
  /// Of a database only while this process has no connection to it: closing any descriptor of a file
  /// drops the locks that the process holds on it.
  package static func read(_ path: String) throws -> [UInt8] {
    guard let stream = fopen(path, "r") else { throw FileProblem(call: "fopen", number: errno) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// The permissions of the file at `path`.
  package static func mode(of path: String) throws -> mode_t {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileProblem(call: "stat", number: errno) }
    return status.st_mode & 0o7777
  }

  /// Where the links in the folder `path` lead, as `/proc/self/fd`.
  package static func links(in path: String) -> [String] {
    names(in: path).compactMap { target(of: path + "/" + $0) }
  }

  /// Where the link `path` leads; `nil` where it is none.
  package static func target(of path: String) -> String? {
    var target = [CChar](repeating: 0, count: 4096)
    let count = readlink(path, &target, target.count)
    guard count >= 0 else { return nil }
    return String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The names in the folder `path`, sorted.
  package static func listing(of path: String) -> [String] { names(in: path) }

  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      names(in: path).forEach { remove(path + "/" + $0) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

/// A system call that failed in a test.
package struct FileProblem: Error, CustomStringConvertible {
  var call: String
  var number: Int32

  /// The failure of `call` with `errno`.
  package init(call: String, number: Int32) {
    self.call = call
    self.number = number
  }

  /// The call and the reason.
  package var description: String { "\(call): \(String(cString: strerror(number)))" }
}
