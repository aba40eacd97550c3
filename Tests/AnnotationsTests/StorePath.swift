import TestSupport

extension TemporaryFolder {
  /// Where a store lies in the folder.
  var store: String { path + "/annotations.sqlite" }
}
