/// How a page looks: on light and dark screens, narrow ones, and on paper.
package enum HTMLStyle {
  /// The rules, without anything that would be fetched.
  ///
  /// Colours of text have a contrast of 4.5 or more to
  /// the ground that they stand on (WCAG 2.2, 1.4.3).
  static let sheet = colors + "\n" + rules

  /// The colours, by which pages are like one another.
  package static let colors = """
    :root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1d1b18; --faint: #66604f; --line: #d8d2c4;
      --person: #8a4b00; --organisation: #0b5c3e; --place: #1d4f91; --speech: #f3eee0; --link: #6b3fa0;
      --yellow: #ffec99; --green: #c9efc4; --blue: #cfe3ff; --pink: #ffd3e4; --orange: #ffdcb0; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #171613; --ink: #e9e4d8; --faint: #a9a291; --line: #3b382f;
        --person: #f0b36b; --organisation: #7fd1a6; --place: #8fb8f0; --speech: #26231c; --link: #c3a3ee;
        --yellow: #5c4d00; --green: #1f4d22; --blue: #1d3f6b; --pink: #66253f; --orange: #663c0c; }
    }
    @media print {
      :root { color-scheme: light; --paper: #fff; --ink: #000; --faint: #555; --line: #bbb; --person: #6e3b00;
        --organisation: #08472f; --place: #143a6e; --speech: #f2f2f2; --link: #000; --yellow: #ffec99;
        --green: #c9efc4; --blue: #cfe3ff; --pink: #ffd3e4; --orange: #ffdcb0; }
    }
    """

  private static let rules = """
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 76rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
      display: grid; grid-template-columns: minmax(0, 1fr) 24rem; gap: 2.5rem;
      font: 1.15rem/1.9 "Noto Naskh Arabic", "Amiri", "Scheherazade New", "Geeza Pro", "Traditional Arabic", serif; }
    h1 { margin: 0 0 1.5rem; font-size: 1rem; color: var(--faint); border-bottom: 1px solid var(--line); }
    h2 { margin: 0 0 .4rem; font-size: 1.05rem; }
    main { max-width: 44rem; } main p { margin: 0 0 1.1rem; }
    aside { font-size: .95rem; line-height: 1.7; border-inline-start: 1px solid var(--line);
      padding-inline-start: 1.5rem; }
    section { margin-bottom: 1.6rem; } ul, ol { margin: 0; padding-inline-start: 1.6rem; }
    li { margin-bottom: .35rem; overflow-wrap: anywhere; }
    p, blockquote { overflow-wrap: anywhere; }
    blockquote { margin: 0; } small, h2 small { color: var(--faint); font-weight: normal; }
    a { color: var(--link); } .name { text-decoration: underline dotted; text-underline-offset: .35em; }
    .PER { color: var(--person); } .ORG { color: var(--organisation); } .LOC { color: var(--place); }
    .quote { background: var(--speech); border-radius: .2em; }
    .quote.direct, .quote.mixed { box-shadow: inset 0 -.12em var(--faint); }
    sup { line-height: 0; font-size: .65em; } sup a { text-decoration: none; padding: 0 .15em; }
    mark { color: inherit; background: none; outline: 1px solid var(--faint); border-radius: .2em; }
    mark.yellow { background: var(--yellow); outline: none; } mark.green { background: var(--green); outline: none; }
    mark.blue { background: var(--blue); outline: none; } mark.pink { background: var(--pink); outline: none; }
    mark.orange { background: var(--orange); outline: none; }
    .note { margin: .2rem 0; white-space: pre-line; } .correction { margin: .2rem 0; color: var(--faint); }
    .tags { list-style: none; padding: 0; } .tags li { display: inline-block; margin-inline-end: .5em;
      padding: 0 .5em; border: 1px solid var(--line); border-radius: 1em; }
    :focus-visible { outline: .18rem solid var(--link); outline-offset: .15rem; }
    :target { outline: .14rem solid var(--link); outline-offset: .2rem; border-radius: .2em; }
    .skip { position: absolute; inset-inline-start: -200vw; } .skip:focus { inset-inline-start: 1rem; top: .5rem;
      background: var(--paper); padding: .2rem .6rem; z-index: 1; }
    @media (max-width: 60rem) { body { grid-template-columns: minmax(0, 1fr); }
      aside { border-inline-start: 0; padding-inline-start: 0; border-top: 1px solid var(--line); padding-top: 1rem; } }
    @media print {
      body { display: block; max-width: none; padding: 0; font-size: 11pt; } main { max-width: none; }
      aside { border: 0; border-top: 1px solid var(--line); padding: 1rem 0 0; break-before: page; }
      li, blockquote { break-inside: avoid; } .skip { display: none; }
      mark, .quote { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    }
    @page { margin: 2cm; }
    """
}
