#include "intake/stream.hpp"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "conversion/format.hpp"

namespace bienban::intake {

namespace {

constexpr std::size_t k_chunk = 256U << 10;

}  // namespace

DocumentStream::DocumentStream(int descriptor, std::size_t limit, const std::atomic<bool>& stop)
    : m_descriptor(descriptor), m_limit(limit), m_stop(stop) {}

/// Reads another chunk behind what the buffer holds; false at the end of the stream.
bool DocumentStream::fill() {
	m_buffer.erase(0, m_begin);
	m_begin = 0;
	while (!m_end && !m_stop) {
		pollfd waiting{.fd = m_descriptor, .events = POLLIN, .revents = 0};
		if (poll(&waiting, 1, 500) == 0) continue;  // looks at m_stop again
		const std::size_t before = m_buffer.size();
		m_buffer.resize(before + k_chunk);
		const ssize_t got = ::read(m_descriptor, m_buffer.data() + before, k_chunk);
		m_buffer.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
		if (got > 0) return true;
		if (got == 0) break;
		if (errno != EINTR && errno != EAGAIN) throw std::system_error(errno, std::generic_category());
	}
	m_end = true;
	return false;
}

/// Gives what the buffer holds before `end` to the document.
void DocumentStream::take_until(std::size_t end) {
	if (end == m_begin) return;
	const std::size_t bytes = end - m_begin;
	m_taken += bytes;
	m_last = m_buffer[end - 1];
	if (m_taken > m_limit) {
		m_piece.too_large = true;
		std::string{}.swap(m_piece.bytes);
	} else {
		// Doubling as a string does by itself could reach twice the limit.
		if (m_piece.bytes.capacity() < m_taken) m_piece.bytes.reserve(std::min(m_limit, m_taken * 2));
		m_piece.bytes.append(m_buffer, m_begin, bytes);
	}
	m_begin = end;
}

std::optional<DocumentStream::Piece> DocumentStream::next() {
	if (m_done) return std::nullopt;
	if (m_buffer.empty() && fill()) {
		const auto head = std::string_view{m_buffer}.substr(0, conversion::k_head_bytes);
		m_cut = m_separated || conversion::recognise({.bytes = head, .name = {}}) == nullptr;
	}
	m_piece = {};
	m_taken = 0;
	m_last = '\n';
	std::size_t from = m_begin;  // where the next form feed is looked for
	for (;;) {
		const auto at = m_cut ? m_buffer.find('\f', from) : std::string::npos;
		if (at == std::string::npos) {
			take_until(m_buffer.size());
			if (!fill()) break;
			from = m_begin;
			continue;
		}
		const std::string_view rest = std::string_view{m_buffer}.substr(at + 1, 2);
		if ((rest.empty() || rest == "\r") && !m_end) {
			// Whether a line end follows is not read yet.
			take_until(at);
			fill();
			from = m_begin;
			continue;
		}
		const bool begins_line = (at == m_begin ? m_last : m_buffer[at - 1]) == '\n';
		const bool ends_line = rest.empty() || rest.front() == '\n' || rest == "\r\n";
		if (begins_line && ends_line) {
			take_until(at);
			m_begin = at + 1 + (rest.empty() ? 0 : rest.front() == '\n' ? 1 : 2);
			m_separated = true;
			return std::exchange(m_piece, {});
		}
		from = at + 1;
	}
	m_done = true;
	if (m_stop || (m_separated && m_taken == 0)) return std::nullopt;
	m_piece.only = !m_separated;
	return std::exchange(m_piece, {});
}

}  // namespace bienban::intake
