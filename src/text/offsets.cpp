#include "text/offsets.hpp"

#include <algorithm>

namespace bienban::text {

namespace {

std::uint32_t count(std::string_view bytes) {
	std::uint32_t n = 0;
	// Every byte but 10xxxxxx begins a code point; as signed numbers those are the ones below -64.
	for (const char byte : bytes) n += static_cast<signed char>(byte) >= -64 ? 1U : 0U;
	return n;
}

}  // namespace

CharIndex::CharIndex(std::string_view text) : m_text(text) {
	m_counts.reserve(text.size() / k_step + 1);
	std::uint32_t total = 0;
	for (std::size_t at = 0; at < text.size(); at += k_step) {
		m_counts.push_back(total);
		total += count(text.substr(at, k_step));
	}
	if (text.size() % k_step == 0) m_counts.push_back(total);
}

base::CharOffset CharIndex::at(base::ByteOffset offset) const {
	const std::size_t byte = std::min<std::size_t>(offset.value, m_text.size());
	const std::size_t step = byte / k_step;
	return base::CharOffset{m_counts[step] + count(m_text.substr(step * k_step, byte - step * k_step))};
}

Evidence CharIndex::evidence(base::Span span) const {
	const std::size_t begin = std::min<std::size_t>(span.begin.value, m_text.size());
	const std::size_t end = std::clamp<std::size_t>(span.end.value, begin, m_text.size());
	return {.begin = at(base::ByteOffset{begin}),
	        .end = at(base::ByteOffset{end}),
	        .quote = one_spaced(m_text.substr(begin, end - begin))};
}

std::string one_spaced(std::string_view text) {
	std::string out;
	out.reserve(text.size());
	bool pending = false;
	for (std::size_t i = 0; i < text.size(); ++i) {
		const char c = text[i];
		const bool no_break = c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0';
		if (no_break) ++i;
		if (no_break || c == ' ' || (c >= '\t' && c <= '\r')) {
			pending = !out.empty();
			continue;
		}
		if (pending) out.push_back(' ');
		pending = false;
		out.push_back(c);
	}
	return out;
}

}  // namespace bienban::text
