#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bienban::facts {

/// A square of bits: for each of n things a row that says something of each other.
class BitRows {
public:
	BitRows() = default;
	explicit BitRows(std::size_t n) : m_size(n), m_words((n + 63) / 64), m_bits(n * m_words, 0) {}

	bool empty() const { return m_size == 0; }
	void set(std::size_t row, std::size_t column) { word(row, column) |= mask(column); }
	void set_both(std::size_t a, std::size_t b) {
		set(a, b);
		set(b, a);
	}
	void clear_both(std::size_t a, std::size_t b) {
		word(a, b) &= ~mask(b);
		word(b, a) &= ~mask(a);
	}
	bool get(std::size_t row, std::size_t column) const {
		return (m_bits[row * m_words + column / 64] & mask(column)) != 0;
	}
	/// Adds to a row all that another row says.
	void merge(std::size_t row, std::size_t other) {
		for (std::size_t w = 0; w < m_words; ++w) m_bits[row * m_words + w] |= m_bits[other * m_words + w];
	}
	/// Whether a row here and a row there say the same of something.
	bool meets(std::size_t row, const BitRows& there, std::size_t other) const {
		for (std::size_t w = 0; w < m_words; ++w) {
			if ((m_bits[row * m_words + w] & there.m_bits[other * m_words + w]) != 0) return true;
		}
		return false;
	}
	/// The same, leaving out what either of two rows of `without` says.
	bool meets_besides(std::size_t row, const BitRows& there, std::size_t other, const BitRows& without, std::size_t a,
	                   std::size_t b) const {
		for (std::size_t w = 0; w < m_words; ++w) {
			const auto left_out = without.m_bits[a * m_words + w] | without.m_bits[b * m_words + w];
			if ((m_bits[row * m_words + w] & there.m_bits[other * m_words + w] & ~left_out) != 0) return true;
		}
		return false;
	}

private:
	static std::uint64_t mask(std::size_t column) { return std::uint64_t{1} << (column % 64); }
	std::uint64_t& word(std::size_t row, std::size_t column) { return m_bits[row * m_words + column / 64]; }

	std::size_t m_size = 0;
	std::size_t m_words = 0;
	std::vector<std::uint64_t> m_bits;
};

}  // namespace bienban::facts
