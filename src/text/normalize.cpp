#include "text/normalize.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <stdexcept>

#include "text/letters.hpp"

namespace bienban::text {

namespace {

// UTF-8 as a machine of nine states whose transitions fit one 64-bit word for each byte value: the state is the number
// of bits to shift by. A step costs one load and one shift whatever the text is; a reader that branches on the length
// of a character is three times as slow on Vietnamese, where every third letter has two or three bytes.
enum State : std::uint8_t { k_error, k_start, k_one, k_two, k_three, k_e0, k_ed, k_f0, k_f4, k_states };

constexpr std::uint8_t next_state(std::uint8_t state, unsigned byte) {
	const bool tail = byte >= 0x80 && byte <= 0xBF;
	switch (state) {
		case k_start:
			if (byte < 0x80) return k_start;
			if (byte >= 0xC2 && byte <= 0xDF) return k_one;
			if (byte == 0xE0) return k_e0;
			if (byte == 0xED) return k_ed;
			if (byte >= 0xE1 && byte <= 0xEF) return k_two;
			if (byte == 0xF0) return k_f0;
			if (byte >= 0xF1 && byte <= 0xF3) return k_three;
			return byte == 0xF4 ? k_f4 : k_error;
		case k_one: return tail ? k_start : k_error;
		case k_two: return tail ? k_one : k_error;
		case k_three: return tail ? k_two : k_error;
		case k_e0: return tail && byte >= 0xA0 ? k_one : k_error;
		case k_ed: return tail && byte <= 0x9F ? k_one : k_error;
		case k_f0: return tail && byte >= 0x90 ? k_two : k_error;
		case k_f4: return tail && byte <= 0x8F ? k_two : k_error;
		default: return k_error;
	}
}

constexpr unsigned k_state_bits = 6;

constexpr std::array<std::uint64_t, 256> make_steps() {
	std::array<std::uint64_t, 256> steps{};
	for (unsigned byte = 0; byte < 256; ++byte) {
		for (std::uint8_t state = 0; state < k_states; ++state) {
			const std::uint64_t next = std::uint64_t{next_state(state, byte)} * k_state_bits;
			steps[byte] |= next << (state * k_state_bits);
		}
	}
	return steps;
}

constexpr auto k_steps = make_steps();

/// Sixteen bytes at a time, by the vector types that GCC and clang share: left to themselves they vectorise this test
/// badly or not at all.
using Bytes = unsigned char __attribute__((vector_size(16)));

/// Whether a character that begins with byte `a` is not clean as it stands; `b` and `c` are the bytes behind it.
/// Everything that Vietnamese prose is made of is. One test for single bytes and for vectors of them.
template <typename T>
constexpr auto unclean_at(T a, T b, T c) {
	const auto control = (a < 0x20) & (a != 0x0A);
	const auto latin = (a == 0xC2) & ((b <= 0xA0) | (b == 0xAD));
	const auto eth = ((a == 0xC3) & ((b == 0x90) | (b == 0xB0))) | ((a == 0xC6) & (b == 0x89));
	const auto others = (a >= 0xC7) & (a != 0xE1) & (a != 0xE2);
	const auto vowels = (a == 0xE1) & ((b < 0xB8) | (b > 0xBB));
	const auto signs = (a == 0xE2) & ((b != 0x80) | (c < 0x90) | (c > 0xA7));
	return control | latin | eth | others | vowels | signs | (a == 0x7F);
}

bool any_unclean(const char* at) {
	Bytes a;
	Bytes b;
	Bytes c;
	std::memcpy(&a, at, sizeof a);
	std::memcpy(&b, at + 1, sizeof b);
	std::memcpy(&c, at + 2, sizeof c);
	const auto found = unclean_at(a, b, c);
	std::array<std::uint64_t, 2> halves{};
	static_assert(sizeof halves == sizeof found);
	std::memcpy(halves.data(), &found, sizeof halves);
	return (halves[0] | halves[1]) != 0;
}

enum class Kind : std::uint8_t { keep, space, newline, drop, compose, large_d, small_d };

Kind kind_of(char32_t c) {
	if (c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029) return Kind::newline;
	if (c < 0x20 || c == 0x7F || (c > 0x7F && c <= 0xA0)) return c == U'\n' ? Kind::keep : Kind::space;
	if (c == 0xAD || c == 0x34F || c == 0x61C || c == 0x180E || c == 0xFEFF) return Kind::drop;
	// Eth and the African D look like Đ, and older keyboards and converters wrote them for it.
	if (c == 0xD0 || c == 0x189) return Kind::large_d;
	if (c == 0xF0 || c == 0x256) return Kind::small_d;
	if (c < 0x300) return Kind::keep;
	if (c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000) return Kind::space;
	if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F)) {
		return Kind::drop;
	}
	// Ranges without a character that composes, decomposes or moves; all else is left to utf8proc.
	if ((c >= 0x400 && c < 0x483) || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c < 0x20D0) ||
	    (c >= 0x2190 && c < 0x2200) || (c >= 0x2500 && c < 0x2A00) || (c >= 0xE000 && c < 0xF900) ||
	    (c >= 0x1F000 && c < 0x20000)) {
		return Kind::keep;
	}
	return Kind::compose;
}

struct Free {
	void operator()(utf8proc_uint8_t* p) const { std::free(p); }  // NOLINT: utf8proc hands out malloc'ed memory
};

/// Brings `text` from `begin` on to NFC.
void compose_from(std::string& text, std::size_t begin) {
	utf8proc_uint8_t* raw = nullptr;
	const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + begin,  // NOLINT
	                               static_cast<utf8proc_ssize_t>(text.size() - begin), &raw,
	                               static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
	const std::unique_ptr<utf8proc_uint8_t, Free> composed(raw);
	if (size < 0) throw std::runtime_error(utf8proc_errmsg(size));  // out of memory: the text is valid
	text.resize(begin);
	text.append(reinterpret_cast<const char*>(composed.get()), static_cast<std::size_t>(size));  // NOLINT
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
	constexpr std::size_t k_block = 64;
	const auto step = [&](std::uint64_t state, std::size_t at) {
		return k_steps[static_cast<unsigned char>(bytes[at])] >> (state & 63U);
	};
	std::uint64_t state = k_start * k_state_bits;
	std::size_t at = 0;
	std::uint64_t before = state;
	for (; at + k_block <= bytes.size(); at += k_block) {
		before = state;
		for (std::size_t i = 0; i < k_block; ++i) state = step(state, at + i);
		if ((state & 63U) == k_error) break;
	}
	if ((state & 63U) == k_error) state = before;
	// The rest, or the block with the fault, byte by byte: the fault is where its character begins.
	std::size_t begin = at;
	while (begin > 0 && (state & 63U) != k_start * k_state_bits && at - begin < 4) {
		--begin;
		if ((static_cast<unsigned char>(bytes[begin]) & 0xC0U) != 0x80U) break;
	}
	for (; at < bytes.size(); ++at) {
		if ((state & 63U) == k_start * k_state_bits) begin = at;
		state = step(state, at);
		if ((state & 63U) == k_error) return begin;
	}
	if ((state & 63U) != k_start * k_state_bits) return begin;
	return std::nullopt;
}

std::size_t next_unclean(std::string_view utf8, std::size_t from) {
	std::size_t at = from;
	for (; at + sizeof(Bytes) + 2 <= utf8.size(); at += sizeof(Bytes)) {
		if (any_unclean(utf8.data() + at)) break;
	}
	for (; at < utf8.size(); ++at) {
		const auto byte = [&](std::size_t i) { return i < utf8.size() ? static_cast<unsigned char>(utf8[i]) : 0U; };
		if (unclean_at(byte(at), byte(at + 1), byte(at + 2)) != 0) return at;
	}
	return utf8.size();
}

std::string clean(std::string_view utf8) {
	std::size_t unclean = next_unclean(utf8);
	if (unclean == utf8.size()) return std::string(utf8);

	std::string out;
	out.reserve(utf8.size());
	std::size_t copied = 0;      // of utf8
	std::size_t line_begin = 0;  // of out: no composition reaches over a line end
	bool compose = false;        // something in the line may have to be composed
	const auto end_line = [&] {
		if (compose) compose_from(out, line_begin);
		compose = false;
	};
	const auto copy_to = [&](std::size_t end) {
		const std::string_view plain = utf8.substr(copied, end - copied);
		const std::size_t newline = plain.rfind('\n');
		if (newline != std::string_view::npos) {
			if (compose) {
				const std::size_t first = plain.find('\n');
				out.append(plain.substr(0, first));
				end_line();
				out.append(plain.substr(first));
			} else {
				out.append(plain);
			}
			line_begin = out.size() - (plain.size() - newline - 1);
		} else {
			out.append(plain);
		}
		copied = end;
	};
	while (unclean < utf8.size()) {
		copy_to(unclean);
		const CodePoint c = decode(utf8, unclean);
		std::size_t size = c.size;
		switch (kind_of(c.value)) {
			case Kind::space: out.push_back(' '); break;
			case Kind::drop: break;
			case Kind::newline:
				if (c.value == U'\r' && unclean + 1 < utf8.size() && utf8[unclean + 1] == '\n') size = 2;
				end_line();
				out.push_back('\n');
				line_begin = out.size();
				break;
			case Kind::large_d: out.append("Đ"); break;
			case Kind::small_d: out.append("đ"); break;
			case Kind::compose: compose = true; [[fallthrough]];
			case Kind::keep: out.append(utf8.substr(unclean, size)); break;
		}
		copied = unclean + size;
		unclean = next_unclean(utf8, copied);
	}
	copy_to(utf8.size());
	end_line();
	return out;
}

}  // namespace bienban::text
