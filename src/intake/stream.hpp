#pragma once

#include <atomic>
#include <cstddef>
#include <optional>
#include <string>

/// Documents one after another out of one stream of bytes.
namespace bienban::intake {

/// Cuts a stream at lines that hold only a form feed (U+000C), unless it begins as a file of another format than text.
/// Never holds more than one document and one chunk: of a document larger than the limit the bytes are let go as they
/// come.
class DocumentStream {
public:
	struct Piece {
		std::string bytes;  ///< empty where too large
		bool too_large = false;
		bool only = false;  ///< the stream holds this one document and no separator
	};

	/// Reads from a file descriptor, which stays open. `stop` set from another thread ends the reading within a second.
	DocumentStream(int descriptor, std::size_t limit, const std::atomic<bool>& stop);

	/// The next document; nothing at the end. What stands after the last separator is a document only where it has
	/// bytes; a stream without any bytes is one empty document. Throws std::system_error where reading fails.
	std::optional<Piece> next();

private:
	bool fill();
	void take_until(std::size_t end);

	int m_descriptor;
	std::size_t m_limit;
	const std::atomic<bool>& m_stop;
	std::string m_buffer;  ///< what was read; from m_begin on not yet given to a document
	std::size_t m_begin = 0;
	Piece m_piece;             ///< the document in the making
	std::size_t m_taken = 0;   ///< bytes of the document so far, also of those let go
	char m_last = '\n';        ///< the byte before the buffer: a document begins at the start of a line
	bool m_cut = true;         ///< at form feeds
	bool m_end = false;        ///< of the stream
	bool m_separated = false;  ///< a separator was seen
	bool m_done = false;
};

}  // namespace bienban::intake
