// Package locale holds every word that a person reads, in Chinese and in English.
//
// Laws of the package:
//
//   - A message has an id, area.name or area.part.name, in small letters, digits and hyphens.
//     The area is the name of the file that holds it: library.title stands in zh/library.toml
//     and in en/library.toml under the key title. A new area is a new pair of files, nothing else.
//     The words id, description, hash, zero, one, two, few, many and other mean something of their own there and are no names.
//   - In Go an id is always one whole string literal, never put together from pieces, and no other
//     literal looks like one: names of view settings have a slash (reader/move-on), names of files a known suffix. So a plain scan
//     of the sources finds every id in use, and a test fails on ids that are missing, unused,
//     unknown to one language, or that take other values in one language than in the other.
//   - Both languages are complete. Nothing falls back: a missing id shows itself in ⟦ ⟧.
//   - An area is read when its first message is asked for, so that a start pays for what it shows.
package locale
