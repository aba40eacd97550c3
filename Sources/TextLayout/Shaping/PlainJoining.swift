import ArabicText

/// Joining in paragraphs whose letters all stand at one right-to-left level.
///
/// Rules R1 to R7 of the Unicode Standard, §9.2, need no levels there: one pass of 2 ns a scalar where
/// FriBidi takes 12.
enum PlainJoining {
  /// Sets the forms of `scalars`, all of which are isolated.
  ///
  /// - Complexity: O(*n*).
  static func resolve(_ scalars: inout [ShapedScalar]) {
    scalars.withUnsafeMutableBufferPointer { scalars in
      // The last scalar that is not transparent, where it joins what follows it.
      var joining: Int?
      for index in scalars.indices {
        switch scalars[index].properties.joining {
        case .none:
          joining = nil
        case .transparent:
          break
        case .right:
          if let before = joining { join(before, index, &scalars) }
          joining = nil
        case .dual, .causing:
          if let before = joining { join(before, index, &scalars) }
          joining = index
        case .left:
          joining = index
        }
      }
    }
  }

  @inline(__always)
  private static func join(
    _ before: Int, _ index: Int, _ scalars: inout UnsafeMutableBufferPointer<ShapedScalar>
  ) {
    scalars[before].form |= 2
    scalars[index].form |= 1
  }
}
