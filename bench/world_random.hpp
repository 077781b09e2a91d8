#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace bienban::bench {

/// A stream of numbers that is the same on every machine: what a world holds depends on its seed alone, so any part of
/// it can be made again from the numbers that name it, and nothing need be kept in memory.
class Random {
public:
	/// The stream that belongs to these numbers (seed, relation, year, …).
	template <typename... Numbers>
	explicit Random(std::uint64_t first, Numbers... more) : m_state(first) {
		(stir(static_cast<std::uint64_t>(more)), ...);
		next();
	}

	std::uint64_t next() {
		m_state += 0x9E3779B97F4A7C15ULL;
		std::uint64_t z = m_state;
		z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
		z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
		return z ^ (z >> 31U);
	}

	/// A number from 0 to `bound` - 1.
	std::size_t below(std::size_t bound) { return static_cast<std::size_t>((next() >> 32U) * bound >> 32U); }

	/// A number from `low` to `high`, both included.
	int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }

	bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }

	template <typename List>
	const auto& one_of(const List& list) {
		return list[below(std::size(list))];
	}

private:
	void stir(std::uint64_t number) {
		m_state ^= number + 0x632BE59BD9B4E019ULL;
		m_state = next();
	}

	std::uint64_t m_state;
};

}  // namespace bienban::bench
