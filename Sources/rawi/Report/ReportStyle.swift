import Annotations

/// How a report looks and what its script does.
enum ReportStyle {
  /// The rules, without anything that would be fetched.
  static let sheet =
    HTMLStyle.colors + "\n" + """
      * { box-sizing: border-box; }
      body { margin: 0 auto; max-width: 70rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
        font: 1.05rem/1.8 "Noto Naskh Arabic", "Amiri", "Scheherazade New", "Geeza Pro", "Traditional Arabic", serif; }
      h1 { margin: 0; font-size: 1.4rem; } h2 { margin: 2rem 0 .4rem; font-size: 1.15rem;
        border-bottom: 1px solid var(--line); }
      header p { margin: .3rem 0; color: var(--faint); } small { color: var(--faint); font-weight: normal; }
      a { color: var(--link); } .PER { color: var(--person); } .ORG { color: var(--organisation); }
      .LOC { color: var(--place); }
      input { font: inherit; color: inherit; background: var(--speech); border: 1px solid var(--faint);
        border-radius: .3em; padding: .1em .5em; width: 20rem; max-width: 100%; }
      table { width: 100%; border-collapse: collapse; }
      th, td { text-align: start; vertical-align: top; padding: .2rem .5rem; border-bottom: 1px solid var(--line);
        overflow-wrap: anywhere; }
      thead th { color: var(--faint); font-weight: normal; font-size: .9rem; } tbody th { min-width: 9rem; }
      .number { font-variant-numeric: tabular-nums; } time, .number { white-space: nowrap; }
      .path { font-size: .85rem; color: var(--faint); max-width: 16rem; }
      svg { display: block; width: 100%; min-width: 8rem; height: 1.6rem; background: var(--speech); }
      rect { fill: var(--link); }
      .rows { list-style: none; margin: 0; padding: 0; } .rows > li { padding: .5rem 0;
        border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
      blockquote { margin: .2rem 0; padding-inline-start: .8rem; border-inline-start: .2rem solid var(--line); }
      mark { color: inherit; background: var(--yellow); border-radius: .2em; }
      .note { margin: .2rem 0; white-space: pre-line; } .tags { list-style: none; padding: 0; margin: 0; }
      .tags li { display: inline-block; margin-inline-end: .5em; padding: 0 .5em; border: 1px solid var(--line);
        border-radius: 1em; }
      [hidden] { display: none; }
      :focus-visible { outline: .18rem solid var(--link); outline-offset: .15rem; }
      :target { background: var(--speech); }
      @media (max-width: 45rem) { body { padding: .8rem; } .path { display: none; } }
      @media print {
        body { max-width: none; padding: 0; font-size: 10pt; } #filter, nav { display: none; }
        tr, li, blockquote { break-inside: avoid; } thead { display: table-header-group; }
        svg, mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      }
      @page { margin: 2cm; }
      """

  /// Shows the field above the page, and hides the rows in which the words in it do not stand, however they are
  /// spelt.
  static let script = #"""

    (() => {
      const fold = text => text.normalize("NFKD").replace(/[\u064B-\u065F\u0670\u0640\u200B-\u200F\u2066-\u2069]/g, "")
        .replace(/\u0671/g, "\u0627").replace(/[\u0649\u06CC]/g, "\u064A").replace(/\u0629/g, "\u0647")
        .replace(/\u06A9/g, "\u0643").toLowerCase();
      const rows = Array.from(document.querySelectorAll(".row"), row => [row, fold(row.textContent)]);
      const show = words => rows.forEach(([row, text]) => row.hidden = words.some(word => !text.includes(word)));
      const field = document.getElementById("filter");
      field.hidden = false;
      field.addEventListener("input", event => show(fold(event.target.value).split(/\s+/)));
    })();

    """#

  /// The SHA-256 of the script in base64, by which the policy of the page knows it.
  static let scriptHash = "PyjeHAQuJ7d6zaJ0wavVUJh4s3bqRLluYpBkHiFfCwE="
}
