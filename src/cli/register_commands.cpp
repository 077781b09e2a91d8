#include <filesystem>

#include "cli/open_register.hpp"
#include "report/describe.hpp"

namespace bienban::cli {

namespace {

using registry::Register;

std::string number(std::int64_t value, const Console& console) {
	return report::number_words(static_cast<double>(value), console.layout().lang);
}

/// Bytes of the register's file, with those of its log that are not yet in it.
std::int64_t bytes_of(const std::string& path) {
	std::int64_t bytes = 0;
	for (const char* end : {"", "-wal"}) {
		std::error_code error;
		const auto size = std::filesystem::file_size(path + end, error);
		if (!error) bytes += static_cast<std::int64_t>(size);
	}
	return bytes;
}

}  // namespace

ExitCode register_verify_command(const Arguments& arguments, Console& console) {
	return with_register(arguments, console, registry::Access::read, [&](Register& opened) {
		const registry::Proof proof = opened.verify();
		for (const base::Error& fault : proof.faults) console.error(fault);
		if (!proof.faults.empty()) {
			console.error(
			    {"register-faults", {number(static_cast<std::int64_t>(proof.faults.size()), console)}, "", 0});
			return base::Result<ExitCode>{ExitCode::needs_a_look};
		}
		console.out(
		    console.messages().text("register-sound", {number(proof.entries, console), number(proof.documents, console),
		                                               number(proof.facts, console)}) +
		    "\n");
		return base::Result<ExitCode>{ExitCode::done};
	});
}

ExitCode register_rebuild_command(const Arguments& arguments, Console& console) {
	return with_register(arguments, console, registry::Access::write, [&](Register& opened) {
		std::int64_t entries = 0;
		opened.rebuild([&](std::int64_t done, std::int64_t total) {
			entries = total;
			console.progress(static_cast<std::size_t>(done), static_cast<std::size_t>(total));
		});
		console.end_progress();
		console.out(console.messages().text("register-rebuilt", {number(entries, console)}) + "\n");
		return base::Result<ExitCode>{ExitCode::done};
	});
}

ExitCode register_dump_command(const Arguments& arguments, Console& console) {
	return with_register(arguments, console, registry::Access::read, [&](Register& opened) {
		opened.dump([&](const std::string& line) {
			console.out(line);
			if (!line.ends_with('\n')) console.out("\n");
		});
		return base::Result<ExitCode>{ExitCode::done};
	});
}

ExitCode register_info_command(const Arguments& arguments, Console& console) {
	return with_register(arguments, console, registry::Access::read, [&](Register& opened) {
		registry::Store& rows = opened.rows();
		const auto entry = rows.last_entry();
		const auto line = [&](const char* label, const std::string& value) {
			if (value.empty()) return;
			console.out(report::padded(console.messages().text(label), 16) + value + "\n");
		};
		line("info-documents", number(rows.document_count(), console));
		line("info-facts", number(rows.fact_count(), console));
		line("info-entries", number(entry ? entry->seq : 0, console));
		line("info-last", entry ? entry->at : "");
		line("info-program", rows.property("program").value_or(""));
		line("info-lexicon", rows.property("lexicon").value_or(""));
		line("info-bytes", number(bytes_of(register_path(arguments)), console));
		return base::Result<ExitCode>{ExitCode::done};
	});
}

}  // namespace bienban::cli
