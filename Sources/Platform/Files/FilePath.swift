import Glibc

/// Parts of paths.
package enum FilePath {
  /// The folder that `path` lies in: `/` for what lies in the root, `.` for a bare name.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What stands behind the last slash of `path`.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The path of `name` in `folder`.
  package static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// `path` from the root, symbolic links followed (realpath(3)), so that a file has one name; `nil`
  /// where there is no file.
  package static func real(_ path: String) -> String? {
    guard let real = withBytes(of: path, { realpath($0, nil) }) else { return nil }
    defer { free(real) }
    let bytes = UnsafeRawBufferPointer(start: real, count: strlen(real))
    return string(bytes)
  }

  /// `path` from the root, as ``real(_:)`` has it; of a file that is not there, its folder so.
  package static func absolute(_ path: String) -> String {
    if let real = real(path) { return real }
    return real(folder(of: path)).map { join($0, name(of: path)) } ?? path
  }
}
