#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <span>

#include "cli/lexicon_option.hpp"
#include "cli/open_register.hpp"
#include "cli/told_batch.hpp"
#include "intake/adder.hpp"
#include "report/describe.hpp"

namespace bienban::cli {

namespace {

/// The register cannot be written any more: ends the batch.
struct RegisterFailure {
	base::Error error;
};

/// Writes documents into the register that is asked for, and tells of each on the console.
class Desk {
public:
	Desk(std::string path, Console& console, bool quiet)
	    : m_path(std::move(path)), m_console(console), m_quiet(quiet) {}

	base::Result<void> open() {
		auto opened = registry::Register::open(m_path, registry::Access::write);
		if (!opened) return tl::unexpected(std::move(opened.error()));
		m_register.emplace(std::move(*opened));
		return {};
	}

	std::vector<registry::Added> write(std::span<const registry::Prepared> documents) {
		// A register that does not exist is made only when there is something to put into it.
		if (!m_register) {
			if (auto opened = open(); !opened) throw RegisterFailure{opened.error()};
		}
		try {
			return m_register->add(documents);
		} catch (const registry::StoreError& failure) {
			throw RegisterFailure{failed_register(m_path, registry::Access::write, failure)};
		}
	}

	/// How many of each outcome there were: a line on a terminal, where those of single documents may be far away.
	void tell_sums() {
		if (!m_console.errors_are_terminal()) return;
		std::vector<std::string> sums;
		for (const std::size_t sum : m_sums) {
			sums.push_back(report::number_words(static_cast<double>(sum), m_console.layout().lang));
		}
		m_console.note(m_console.messages().text("added-sums", sums) + "\n");
	}

	void tell(const registry::Added& added, const std::string& source, const registry::ReadingEntry& entry) {
		constexpr std::array k_messages = {"added", "read-again", "already-there"};
		const auto outcome = static_cast<std::size_t>(added.outcome);
		++m_sums.at(outcome);
		if (m_quiet) return;
		m_console.out(m_console.messages().text(k_messages.at(outcome),
		                                        {report::harmless(source), std::to_string(entry.records.size()),
		                                         std::to_string(entry.people.size())}) +
		              "\n");
	}

private:
	std::string m_path;
	Console& m_console;
	bool m_quiet;
	std::optional<registry::Register> m_register;
	std::array<std::size_t, 3> m_sums{};
};

}  // namespace

ExitCode add_command(const Arguments& arguments, Console& console) {
	const std::string path = register_path(arguments);
	Desk desk{path, console, arguments.has("--quiet")};
	// A register that cannot be used is told before hours of reading.
	std::error_code ignored;
	if (std::filesystem::exists(path, ignored)) {
		if (const auto opened = desk.open(); !opened) {
			console.error(opened.error());
			return ExitCode::could_not;
		}
	}
	const auto lexicon = asked_lexicon(arguments);
	if (!lexicon) {
		console.error(lexicon.error());
		return ExitCode::could_not;
	}
	// What was told stays told whatever comes.
	intake::Adder adder{[&](std::span<const registry::Prepared> documents) { return desk.write(documents); },
	                    [&](const registry::Added& added, const std::string& source,
	                        const registry::ReadingEntry& entry) { desk.tell(added, source, entry); },
	                    [&] { console.flush(); }};
	const registry::Versions versions{.program = BIENBAN_VERSION, .lexicon = lexicon_version(arguments)};
	const auto make = [&](model::Document document, const model::Reading& reading, registry::Origin origin) {
		intake::Product product;
		product.prepared = registry::prepare(std::move(document), reading, versions, std::move(origin));
		return product;
	};
	const auto take = [&](intake::Product product) -> base::Result<void> {
		adder.take(std::move(product));
		return {};
	};
	const registry::Originals originals{path};
	// While a batch is written the readers go on, up to a whole batch ahead.
	const intake::BatchOptions options{.operands = arguments.operands,
	                                   .jobs = jobs_of(arguments),
	                                   .mentions = false,
	                                   .unlocked = unlocked_of(arguments),
	                                   .keep = [&](int descriptor) { return originals.keep(descriptor); },
	                                   .documents_for_each = intake::k_most_in_batch / jobs_of(arguments),
	                                   .taking_is_dear = true};
	try {
		const ExitCode code = told_batch(options, **lexicon, console, make, take, [&] { adder.write_if_late(); });
		adder.write();
		desk.tell_sums();
		console.flush();
		return code;
	} catch (const RegisterFailure& failure) {
		// The next documents would fail in the same way; what was told before is in the register.
		console.error(failure.error);
		return ExitCode::could_not;
	}
}

}  // namespace bienban::cli
