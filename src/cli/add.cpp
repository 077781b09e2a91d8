#include <filesystem>

#include "cli/batch.hpp"
#include "cli/lexicon_option.hpp"
#include "register/register.hpp"

namespace bienban::cli {

namespace {

/// The register cannot be written any more: ends the batch.
struct RegisterFailure {
	base::Error error;
};

}  // namespace

ExitCode add_command(const Arguments& arguments, Console& console) {
	const std::filesystem::path path = arguments.value("--register").value_or("bienban.db");
	std::optional<registry::Register> holder;
	const auto open = [&]() -> base::Result<void> {
		auto opened = registry::Register::open(path, registry::Access::write);
		if (!opened) return tl::unexpected(std::move(opened.error()));
		holder.emplace(std::move(*opened));
		return {};
	};
	// A register that cannot be used is told before hours of reading; a new one is made only when there is something
	// to put into it.
	std::error_code ignored;
	if (std::filesystem::exists(path, ignored)) {
		if (const auto opened = open(); !opened) {
			console.error(opened.error());
			return ExitCode::could_not;
		}
	}
	const auto lexicon = asked_lexicon(arguments);
	if (!lexicon) {
		console.error(lexicon.error());
		return ExitCode::could_not;
	}
	const registry::Versions versions{.program = BIENBAN_VERSION, .lexicon = lexicon_version(arguments)};
	const auto make = [](model::Document document, model::Reading reading) {
		return Product{.source = {}, .text = {}, .document = std::move(document), .reading = std::move(reading)};
	};
	const auto take = [&](const Product& product) -> base::Result<void> {
		if (!holder) {
			if (auto opened = open(); !opened) throw RegisterFailure{opened.error()};
		}
		registry::Outcome added{};
		try {
			const std::vector<registry::Prepared> one = {registry::prepare(product.document, product.reading, versions)};
			added = holder->add(one).front().outcome;
		} catch (const registry::StoreError& failure) {
			throw RegisterFailure{base::Error{"register-failed", {failure.what()}, path.string(), 0}};
		}
		const bool is_new = added == registry::Outcome::added;
		std::vector<std::string> values = {report::harmless(product.source),
		                                   std::to_string(product.reading.records.size()),
		                                   std::to_string(product.reading.people.size())};
		console.out(console.messages().text(is_new ? "added" : "already-there", values) + "\n");
		return {};
	};
	const BatchOptions options{.operands = arguments.operands, .jobs = jobs_of(arguments), .mentions = false};
	try {
		const ExitCode code = run_batch(options, **lexicon, console, make, take);
		console.flush();
		return code;
	} catch (const RegisterFailure& failure) {
		// The next documents would fail in the same way.
		console.error(failure.error);
		return ExitCode::could_not;
	}
}

}  // namespace bienban::cli
