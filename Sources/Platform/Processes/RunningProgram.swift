import Glibc

/// The program that runs.
package enum RunningProgram {
  /// The path of its file, symbolic links followed; `nil` where the system does not tell it.
  package static var path: String? { FilePath.real("/proc/self/exe") }

  /// The folder of its file.
  package static var folder: String? { path.map(FilePath.folder(of:)) }
}
