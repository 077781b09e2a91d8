#include "extraction/sections.hpp"

#include <algorithm>
#include <string_view>

namespace bienban::extraction {
namespace {

using lexicon::Cue;

bool marker_word(std::string_view w) {
	return w == "số" || w == "mốc" || w == "quốc" || w == "giới" || w == "cột" || w == "giữa" || w == "Cột" ||
	       w == "Mốc";
}

/// "từ mốc 498 ngược lên mốc 502", "từ mốc 12 xuôi về mốc 9": the words that lead to the second marker.
bool leads_on(std::string_view w) {
	return w == "đến" || w == "tới" || w == "lên" || w == "xuống" || w == "về" || w == "sang" || w == "ra";
}

bool on_the_way(std::string_view w) {
	return w == "cho" || w == "ngược" || w == "xuôi" || w == "kéo" || w == "dài" || w == "đi" || w == "vị" ||
	       w == "trí" || w == "tận" || w == "khu" || w == "vực";
}

/// "425/1" is one marker of three tokens.
std::uint32_t marker_tokens(const Annotated& a, std::uint32_t t, std::uint32_t end) {
	if (t + 2 < end && a.tokens[t + 1].is('/') && a.tokens[t + 2].kind == text::TokenKind::number &&
	    a.word(t + 2).size() == 1)
		return 3;
	return 1;
}

std::string marker_at(const Annotated& a, std::uint32_t t, std::uint32_t end) {
	if (t >= end || a.tokens[t].kind != text::TokenKind::number) return {};
	std::string out(a.word(t));
	if (marker_tokens(a, t, end) == 3) {
		out += '/';
		out += a.word(t + 2);
	}
	return out;
}

/// "nối mốc 28 với mốc 33", "giữa mốc 28 và mốc 33": markers that "với" and "và" join to a stretch; elsewhere they only
/// list.
bool spans(const Annotated& a, std::uint32_t begin, std::uint32_t t) {
	for (std::uint32_t back = 1; back <= 3 && t >= begin + back; ++back) {
		const auto w = a.word(t - back);
		if (w == "nối" || w == "giữa") return true;
	}
	return false;
}

}  // namespace

std::vector<std::string> sections_in(const Annotated& a, std::uint32_t begin, std::uint32_t end) {
	std::vector<std::string> out;
	for (auto t = begin; t < end; ++t) {
		const auto* cue = a.cue_at(t, Cue::section);
		if (cue == nullptr) continue;
		auto at = cue->end;
		while (at < end &&
		       (marker_word(a.word(at)) || a.word(at) == "từ" || a.word(at) == "khu" || a.word(at) == "vực"))
			++at;
		const auto first = marker_at(a, at, end);
		if (first.empty()) continue;
		auto to = at + marker_tokens(a, at, end);
		const bool open = spans(a, begin, t);
		bool joined = false;
		for (const auto limit = to + 6; to < end && to < limit; ++to) {
			const auto w = a.word(to);
			if (leads_on(w) || a.tokens[to].is('-') || (open && (w == "với" || w == "và"))) {
				joined = true;
			} else if (!marker_word(w) && !on_the_way(w)) {
				break;
			}
		}
		const auto second = joined ? marker_at(a, to, end) : std::string{};
		if (second.empty()) continue;
		auto section = first;
		section.append("/").append(second);
		if (std::find(out.begin(), out.end(), section) == out.end()) out.push_back(section);
		t = to;
	}
	return out;
}

}  // namespace bienban::extraction
