import type { Words } from "../zh.ts";

export const issues: Words["issues"] = {
  "file.empty": "The file is empty. Choose another file.",
  "file.too-large":
    "The file is larger than {{limit}} and was not opened. Split it by street and choose the parts together.",
  "project.damaged": "The project file is cut off or damaged. Open a complete copy.",
  "project.no-header":
    "This is no project file of ours: its first line is not right. Choose a .quan file, or import tables.",
  "project.rows-lost":
    "Lines {{from}}–{{to}} of the project file are damaged and were not read: {{zones}} of zones, {{facilities}} of facilities, {{others}} others. Open a complete copy, or enter these rows again before you calculate.",
  "project.cut-off":
    "The project file breaks off after line {{last}}, {{lines}} short; the lines before it were opened. Open a complete copy, or enter the missing rows before you calculate.",
  "project.more-wrong":
    "{{lines}} more lines are wrong too; they were left out and are not listed. Open another copy.",
  "project.doubtful":
    "The project file is damaged, and single values of the rows that were read may have changed: nobody can tell which. Open a complete copy; without one, check every value first.",
  "project.streets-lost":
    "The streets in the project file cannot be read and were left out; all else was opened. Walks can only be estimated along straight lines. Open a complete copy, or import the streets again.",
  "project.facts-lost":
    "The name, the standards and the parameters of the project cannot be read, so it was not opened: nothing says what to judge by. Open a complete copy.",
  "project.id-disputed":
    "The id {{id}} is there more than once with different content; nobody can tell which is right, and neither was taken. Open another copy, or enter the row again.",
  "project.newer":
    "The project file was saved by a newer version (format {{version}}) and cannot be read here. Update the software and open it again.",
  "project.line-wrong":
    "{{where}} on this line of the project file is wrong; the line was left out. Correct it, or open another copy.",
  "project.changed-outside":
    "The project file was changed outside the program; every row was checked before it was opened.",
  "project.unknown-pack":
    "The standard {{pack}}, chosen in the project for all zones, is neither in this program nor in the file, so that results may differ from those saved. Choose another in the menu of standards, or save the project again where that standard is at hand.",
  "file.no-text":
    "This is no text file, or is encoded as neither UTF-8, UTF-16 nor GB18030. Pictures, PDF and the like cannot be read; save a table as CSV (UTF-8) and try again.",
  "file.damaged": "The file is cut off or damaged. Export it or transfer it once more.",
  "file.locked": "The file is protected by a password. Remove it and import the file again.",
  "file.unpacks-too-large":
    "Unpacked, the archive is larger than {{limit}}, and was not opened. Divide it into several files.",
  "export.too-large":
    "The file would have {{cells}} cells, more than {{most}}, and could be neither written nor opened. Choose fewer tables, or CSV.",
  "file.sheet-hidden":
    "The sheet “{{sheet}}” is hidden and was not read. Show it if its rows are to be used.",
  "file.wps": "This is a file format of WPS without a table that we know. Save it as .xlsx in WPS.",
  "file.cad":
    "This is a CAD drawing (DXF, DWG). Convert it to a Shapefile or GeoJSON, with its coordinate system, in CAD or GIS software.",
  "file.mapinfo":
    "This is a MapInfo table (TAB, MIF), which is not read. Open it in QGIS, with its .dat, .map and .id beside it, save it as a GeoPackage or a Shapefile (UTF-8), and import that.",
  "file.shapefile-parts":
    "The Shapefile lacks its .shp or .dbf. Choose the .shp, .dbf, .prj and .cpg of one name together, or zip them.",
  "file.geodatabase":
    "This is an Esri file geodatabase (.gdb). Export it as Shapefile, GeoPackage or GeoJSON from GIS software.",
  "file.other-archive": "This is a RAR or 7z archive. Unpack it and choose the files in it, or use zip.",
  "file.nothing-in-zip": "The archive has no file that can be read. In it: {{files}}.",
  "file.others-in-zip":
    "These files in the archive were not read: {{files}}. Unpack it and choose those you need.",
  "file.markup":
    "This is a web page or XML and no table, though it may be called .xls. Open a table in Excel or WPS and save it as .xlsx; export map data as GeoJSON or Shapefile.",
  "file.encoding-other":
    "The .cpg of the Shapefile says {{declared}}, but the attribute table is {{read}}, and was read so. Check the names.",
  "file.formulas-unsaved":
    "{{cells}} cells are formulas that were saved without what they give, and are unknown. Open the file in Excel or WPS, save it once, and import it again.",
  "file.merged-filled":
    "{{cells}} empty cells under merged ones were filled with what these say (streets, kinds and other words); merged numbers are not.",
  "file.no-geojson":
    "The file is no GeoJSON collection of features. Export it as GeoJSON (FeatureCollection).",
  "file.broken-off":
    "The GeoJSON file is incomplete: a bracket is never closed. Export or transfer it again.",
  "file.other-crs":
    "The coordinates are in {{crs}}, which cannot be converted here. Longitude and latitude are read, the Gauss–Krüger zones of CGCS2000, UTM and Web Mercator; have Xi'an 1980, Beijing 1954 or local systems converted by a surveyor.",
  "file.crs": "The coordinates are in {{crs}} and were converted to longitude and latitude.",
  "file.role-unknown":
    "The columns do not tell whether these are facilities, zones, candidate sites or units: {{columns}}. Add a column such as kind or households, or say what the file holds.",
  "file.column-missing":
    "There is no column {{column}}, without which no row can be used. Columns found: {{columns}}. Add it, or give it a known name.",
  "file.column-twice":
    "The column {{column}} stands there twice, and nobody knows which to use. Remove or rename one.",
  "file.quotes":
    "From this row on a double quote is not closed or written wrongly, so that the rows behind it may fall into one cell. Put the whole cell in quotes, and write a quote inside it twice.",
  "file.header-joined": "The column names stand on rows {{above}} and {{row}}, and were read as one line.",
  "file.header-below":
    "The column names are in row {{row}}; the rows above were taken for a title and not read.",
  "file.kinds-unknown":
    "These words for a kind are none of the 23, so their rows were not used: {{kinds}}. Say which kind each is, or use the code or name of one of the 23.",
  "file.left-out": "Not read, as you chose.",
  "file.part-unread": "The sheet or layer “{{part}}” has no column that we know, and was not read.",
  "file.no-features": "The layer has no features. Check that the right layer was exported, and import again.",
  "file.no-rows": "The file has column names but no rows.",
  "file.rival-columns":
    "These columns are about one thing: {{columns}}. Rows in which they say the same are used, the others are not. Better keep one of them.",
  "file.two-statuses":
    "These columns all state a status: {{columns}}. What is built and closed or does not operate counts as that, what is not built yet as not built; rows in which they contradict each other are not used.",
  "file.columns-qualified":
    "What stands in the brackets of these columns makes them something else, so they were not read: {{columns}}. If they are the plain columns, drop the brackets, give the values in plain units, and import again.",
  "file.columns-converted":
    "These columns name a larger unit in their brackets; their numbers were converted cell by cell: {{columns}}.",
  "file.ids-from-names":
    "There is no column of ids, so rows are known by their names, and those of one name by their street, community and address too. Keep the names when you import again; a column id is better.",
  "file.ids-as-known":
    "{{rows}} rows without an id are the rows of the open project that have their name, street and place, each the only one; they keep those ids.",
  "file.numbered-as-known":
    "The open project does not have the ids of {{rows}} rows, but has a row of their name, kind, street and place, each the only one: they are those rows, keep the ids of the project and are not counted again.",
  "file.street-from-name":
    "There is no column of streets: by the name of the sheet or file, all rows lie in {{street}}. If they do not, add a column street and import again.",
  "file.ids-from-numbers":
    "Rows of different names have the same line number (序号), so these numbers are no ids: rows are known by their names instead. A column id is better.",
  "file.columns-unread": "These columns are not known and were not read: {{columns}}.",
  "file.no-places":
    "There are no coordinates: these rows count in their community only, never in a circle. Add columns lon and lat.",
  "file.more-alike":
    "Too many remarks are like the one on row {{row}}: {{listed}} are listed row by row, {{more}} more are not. They were dealt with alike. Correct this kind first and import again.",
  "file.places-lost":
    "Rows whose coordinates or outline could not be used: {{rows}}. They were taken without a place and count in no circle. Correct them row by row and import again.",
  "file.no-statuses":
    "There is no column of status, so nobody knows whether these facilities are built and operating, and none of them lets a rule pass. Add a column status, such as built, under_construction, planned or closed.",
  "file.no-owners":
    "There is no column zone, so nobody knows which rooms were built for which zone: rooms in a zone may count but let no rule pass, and those outside are nobody's own. Add a column zone with the id or name of the zone; for places open to all and of no zone, say yes under shared.",
  "file.no-zone-statuses":
    "There is no column of status, so nobody knows whether these zones are new or existing; the standards differ, and they cannot be judged. Add a column status with new or existing.",
  "file.lines":
    "This layer draws lines, which zones and facilities cannot be. Draw zones as areas or points and facilities as points, and import again; if they are roads, say that it is of streets.",
  "file.datum-assumed":
    "No datum is declared; the coordinates were read as WGS84 / CGCS2000 and not shifted. If they come from Amap, Tencent or Baidu, declare the datum and import again.",
  "file.datum-shifted": "The coordinates were shifted from {{datum}} to WGS84.",
  "file.datum-fits":
    "No datum is declared. Held against {{evidence}}, {{datum}} fits: of {{rows}} rows half lie within {{after}} m and nine in ten within {{afterMost}} m. Check the source, and declare it.",
  "file.datum-other":
    "The coordinates look like {{datum}}. Held against {{evidence}} ({{rows}} rows), read as {{readAs}} half lie up to {{before}} m off and nine in ten up to {{beforeMost}} m; read as {{datum}} it is {{after}} m and {{afterMost}} m. Nothing was shifted: check the source, declare the datum and import again.",
  "file.datum-too-few":
    "The datum cannot be told. Of {{rows}} rows held against {{evidence}} only {{speaking}} differ plainly from one datum to another; they are too few, or all in one place. Check the source and declare it; streets and zones with outlines, imported first, tell more.",
  "file.datum-alike":
    "The datum cannot be told. Held against {{evidence}} ({{rows}} rows) none is clearly better; half of the rows lie within {{wgs84}} m as WGS84, {{gcj02}} m as GCJ-02 and {{bd09}} m as BD-09. Check the source and declare it.",
  "file.datum-none-fits":
    "No datum fits. Held against {{evidence}} ({{rows}} rows) half lie within {{wgs84}} m as WGS84, {{gcj02}} m as GCJ-02 and {{bd09}} m as BD-09. It may be a local system, or what they were held against is itself shifted. Check the sources of both.",
  "file.datum-contradictory":
    "The datum cannot be told: what it was held against says different things ({{evidence}}). Check the source and declare it.",
  "file.datum-together":
    "This file and another of the same import, which declares no datum either, fit each other ({{evidence}}, {{rows}} rows, half of them within {{metres}} m) and may be shifted together. Check the source and declare it.",
  "file.households-estimated":
    "Zones that state no households: {{zones}}; estimated as land area × ratio {{far}} ÷ {{m2PerHousehold}} m² each, and labelled so.",
  "file.parcels":
    "This is a layer of land use: {{zones}} residential parcels were read as existing zones; invented facilities stand on {{facilities}} educational, administrative and medical parcels, labelled demo data (演示数据). Import it together with your own facilities, and none are invented.",
  "file.project-alone":
    "A project file is opened alone, not together with {{other}}. Open them one after the other.",
  "file.unopened": "It cannot be opened: it may be a folder, or the file is gone. Choose the files inside.",
  "file.twice": "The content is that of {{other}}; it was not read again.",
  "import.unknown-pack": "There is no standard {{pack}}. Known: {{known}}.",
  "import.nothing-used": "No row can be used. Mend the rows as told and import again.",
  "demo.unknown-city":
    "The address names “{{city}}”, which is no demo city. Choose one from the menu of cities, or drop your own files.",
  "row.id-disputed":
    "Rows of one id do not say the same ({{columns}}); what they hold and the status are taken as unknown, and nothing passes by them. Check and keep one row.",
  "row.id-missing": "This row has no id. Give it one and import again.",
  "row.name-missing": "This row has no name. Give it one and import again.",
  "row.name-repeated":
    "Several rows are named “{{name}}”, and street, community and address do not tell them apart; only one can be used. Add a column id, or say street, community or address.",
  "row.kind-missing":
    "This row has no kind, so nobody knows what it is. Give the code or name of one of the 23 kinds.",
  "row.kind-unknown":
    "“{{kind}}” is no known kind of facility. Give the code or name of one of the 23 kinds.",
  "row.level-unknown":
    "The level “{{level}}” is not known. Use community, village, street, town, district or city.",
  "row.place-missing": "This row has no place that can be used. Give lon and lat.",
  "row.other-land-use": "Land used as “{{use}}” is none of these rows and was not used.",
  "row.invented": "There are real facilities, so this invented one (its source is 演示数据) is not used.",
  "row.pooling-incomplete":
    "Pooling needs its zones, who approved it and the date; without all three nobody knows whether it holds: only its part surely counts for the zone it stands in, and nothing for others. Complete them.",
  "row.too-many-cells":
    "This row has more cells than there are columns (by {{extra}}), and nobody knows which is shifted. Check its commas; put text with commas in quotes.",
  "row.stray":
    "This row adds up others or repeats the column names ({{word}}), so it is no item of its own and is not used. Take it out, or correct its id.",
  "row.other-units":
    "The line of units below the column names gives these columns other units than theirs, so their numbers would be many times wrong and are not read: {{columns}}. Convert them and import again.",
  "row.phases-unknown":
    "It is built in phases ({{value}}), and a table has no room for the households and rooms of each, so nobody knows whether it has enough after each one, and it does not pass. Project files (.quan) hold them: pass one on, or update the project that has them.",
  "row.second-names":
    "The line below the column names seems to name parts of these columns, so nobody knows which part each of them is, and none is read: {{columns}}. Join the two lines of names into one and import again.",
  "row.rival-cells":
    "Columns of one thing do not say the same, and nobody knows which decides, so this row is not used: {{columns}} say {{values}}. Make them agree, or keep one column.",
  "row.no-feature": "This is no readable GeoJSON feature. Export it again, or correct it.",
  "row.member-twice":
    "{{name}} is given twice in this feature, so nobody knows which counts; it was not used. Keep one.",
  "value.repaired": "“{{before}}” was read as “{{after}}”.",
  "value.no-number": "“{{value}}” is no definite number and was left unknown. Give a number.",
  "value.estimate":
    "“{{value}}” is an estimate that nothing can be judged by, and was left unknown. Give a checked number.",
  "value.range": "“{{value}}” is a range and no number, and was left unknown. Give a checked number.",
  "value.too-many-digits":
    "“{{value}}” has more digits than can be kept exactly; it is taken as unknown. Write fewer digits.",
  "value.no-storey":
    "“{{value}}” names no storey; it is taken as unknown, and nothing passes on it until it is corrected. Write 1, 2 or -1 (first basement); of several storeys, the highest.",
  "value.no-whole": "{{value}} should be a whole number and was left unknown.",
  "value.out-of-range":
    "{{value}} does not lie between {{least}} and {{most}} and was left unknown. Check the number and its unit.",
  "value.no-flag": "“{{value}}” is neither true nor false and was left unknown.",
  "value.no-day": "“{{value}}” is no definite day and was left unknown. Write it as 2024-06-30.",
  "value.unknown-word": "“{{value}}” is not known here and was left unknown. Known: {{words}}.",
  "place.empty":
    "lon and lat are empty: the row counts in its community only, never in a circle. Give its coordinates.",
  "place.none": "This feature has no geometry; it is kept without a place.",
  "place.half": "Only one of lon and lat is given; the row is kept without a place. Give both.",
  "place.swapped":
    "lon {{lon}}, lat {{lat}} lies outside China, and inside when exchanged: they seem to be swapped. The row is kept without a place; exchange the two and import again.",
  "place.degrees-already":
    "{{lon}}, {{lat}} look like degrees already and are no metres of the coordinate system, so they were not converted and the row is kept without a place. Leave the coordinate system out for this file or correct it (.prj, --crs), or head its columns lon (WGS84) and lat (WGS84).",
  "place.no-degrees":
    "{{lon}}, {{lat}} are no degrees, perhaps projected coordinates. The row is kept without a place; say their coordinate system (the .prj of a Shapefile, or quan import --crs, such as --crs EPSG:4548), or convert them to longitude and latitude.",
  "place.no-number":
    "The coordinates {{lon}}, {{lat}} are no finite numbers; the row is kept without a place. Correct them.",
  "place.zero": "The coordinates are 0, 0; the row is kept without a place. Give the real ones.",
  "place.other-axis":
    "The cells of longitude and latitude hold {{lon}} and {{lat}}, whose letters or words belong to the other column; the row has no place. Check both cells.",
  "place.ambiguous":
    "The coordinates “{{value}}” can be read in more than one way; the row has no place. Put longitude and latitude in two columns, in decimal degrees.",
  "place.from-pair": "“{{before}}” was read as longitude {{lon}} and latitude {{lat}}.",
  "place.exchanged":
    "The cells of longitude and latitude were exchanged: longitude {{lon}}, latitude {{lat}}.",
  "shape.exchanged": "Longitudes and latitudes of the outline were exchanged, as chosen.",
  "place.matched": "It states no coordinates and was put where “{{name}}” ({{place}}) is, as chosen.",
  "place.in-unit":
    "It states no coordinates and was put into {{name}}, as chosen: it counts there and in no circle.",
  "place.by-hand":
    "It states no coordinates and was put at the chosen point: longitude {{lon}}, latitude {{lat}}.",
  "place.unknown-choice":
    "The chosen place {{place}} is not known or has no coordinates itself; the row still has no place. Choose again.",
  "shape.other":
    "A geometry of type {{type}} is neither a point nor an area; the row is kept without a place.",
  "shape.closed": "Rings that were not closed were closed: {{rings}}.",
  "shape.loop-cut": "Small loops that rounding had tied into the outline were cut off, {{area}} m² in all.",
  "shape.part-dropped": "Parts without area were left out: {{parts}}.",
  "shape.too-few":
    "The outline has fewer than three corners or no area; the row is kept without a place. Draw it again.",
  "shape.hole-outside":
    "A hole lies outside its outline, so nobody knows whether it is a hole or another part; the row has no place. Draw separate parts as one multipart area, or delete this ring.",
  "shape.crossing":
    "The outline crosses itself at lon {{lon}}, lat {{lat}}, so nobody can tell what is inside; the row is kept without a place. Draw it again.",
  "project.abroad": "The place ({{lon}}, {{lat}}) lies outside China. Check the coordinates.",
  "project.outside-units":
    "It lies some {{km}} km outside the extent of all administrative units. Check the coordinates, or add the unit it lies in.",
  "project.far-away":
    "It lies far from all other zones and facilities, some {{km}} km from their middle. Check the coordinates.",
  "project.streets-wrong":
    "The streets are not whole ({{column}}, item {{row}}), so no walk can be measured along them. Import the streets again.",
  "project.unknown-zone":
    "Its zone {{zone}} is not among the zones, so its rooms belong to none. Give the id of a known zone.",
  "project.ambiguous-zone":
    "{{count}} zones are called “{{zone}}” ({{zones}}), so nobody knows which one is meant and its rooms belong to none. Give the id of the zone, or the street of this row where that street has only one of them.",
  "project.far-from-zone":
    "It lies {{metres}} m from its zone {{zone}}, more than 1,000 m, so nobody knows whether it belongs to it; no pass rests on it. Check the coordinates or the zone.",
  "project.maybe-twice":
    "It is of the kind of {{other}}, with the same or a like name, {{metres}} m away: perhaps one place registered twice. In one zone (or both in none) only the smaller counts until checked, and no pass rests on the other; else both count. If they are one, take one row out; if they are two, open the facility and choose “Two places”, or tell their names apart by a number or a side (“East”, “West”).",
  "project.zone-maybe-twice":
    "It has the name and street of zone {{other}}, {{metres}} m away; both are judged, with the people of both. If they are one, take one row out; if they are two, give them names that differ.",
  "project.counted-once":
    "“{{name}}” ({{ids}}) seem to be one place: within 30 m with one name, or of one kind and zone (or both of none) with names alike or the same areas and slots; or, where one has no coordinates, of one kind and zone with names alike. For now they are counted once, at the smaller amount. If they are one, keep one row; if they are two, open the facility and choose “Two places”, or tell their names apart by a number or a side (“Station 1”, “Station 2”).",
  "project.nobody":
    "Households or residents are 0, so the zone is judged invalid. Give the real number; leave it empty if it is not known.",
  "project.more-than-residents":
    "{{elderly60}} people over 60 and {{under3}} under 3 are more than the {{residents}} residents, so the zone is judged invalid. Check the three.",
  "project.crowded":
    "{{residents}} residents in {{households}} households are more than 12 each. Check both numbers.",
  "project.deserted":
    "{{residents}} residents in {{households}} households are fewer than one in two. Slots go by residents, so too few of them ask for too little; check the number and its unit.",
  "project.vast-households":
    "{{households}} households are more than any estate has. Check the number and its unit.",
  "project.vast-residents":
    "{{residents}} residents are more than any estate has. Check the number and its unit.",
  "project.code-unofficial":
    "The admin code {{code}} is not 2, 4, 6, 9 or 12 digits, so its place is not found. Correct it.",
  "project.people-unknown":
    "Zones that state neither households nor residents, so that their need is unknown: {{zones}}, the first {{first}}. Add households, or estimate them by a floor area ratio.",
  "project.zones-overlap":
    "{{percent}}% of this zone lies in zone {{other}}; its people may count twice. Check the outlines.",
  "project.duplicate-id":
    "The id {{id}} occurs more than once; only one row can be used. Give each row its own id.",
  "network.no-pbf":
    "This is no .osm.pbf file of OpenStreetMap. Choose one, such as an extract of Geofabrik, or lines of streets as GeoJSON, Shapefile or FlatGeobuf.",
  "network.unknown-feature":
    "The file asks its reader to know {{feature}}, which is not known here, and was not read. Save it with osmium as a plain .osm.pbf without history.",
  "network.packing":
    "The file is packed with {{packing}}, which cannot be read. Save it with osmium cat as .osm.pbf packed with zlib, its default.",
  "network.parts-unread":
    "{{parts}} parts of the file are of a kind that is not known and were not read; streets in them are missing. Choose another file, or check that the streets are complete.",
  "network.too-large":
    "The streets have more than {{most}} nodes and were not read. Cut out the city or the province with osmium extract first.",
  "network.no-streets": "The file holds no street that can be used. Check that it is a file of streets.",
  "network.graph-version":
    "This prepared network (.quanwalk) is of version {{version}}, which cannot be read here. Make it again from the streets with this quan network.",
  "network.graph-profile":
    "This network was prepared for {{made}}, and {{asked}} is asked for, who may walk elsewhere; it was not taken. Choose the network of {{asked}}, or make it with quan network --profile {{asked}}.",
  "network.graph-rules":
    "The rules for {{profile}} have changed since this network was prepared; it was not taken. Make it again from the streets with quan network.",
  "network.graph-prepared":
    "This is a prepared network (.quanwalk), made for one kind of people; it cannot stand for streets as they were mapped. Choose the streets that it was made from (.osm.pbf, or lines).",
  "network.missing-nodes":
    "{{ways}} ways go through {{nodes}} nodes that the file does not hold, most likely cut off with its extent: the ways end there, and walks near the cut may be too long. Cut out a larger extent (osmium extract with complete_ways).",
  "network.layer-unread": "The layer “{{layer}}” draws no lines and was not read.",
  "network.no-line":
    "A geometry of type {{type}} is no line; the row was not taken. Streets are LineString or MultiLineString.",
  "network.no-degrees":
    "A point of the line, {{lon}}, {{lat}}, is no longitude and latitude, or the two are exchanged; the row was not taken. Say which reference system its metres are of (a Shapefile needs its .prj), or convert the file to degrees.",
  "network.changes-lost":
    "Changes of streets that fit none of the new ones were dropped: {{count}} ({{named}}). If they are still meant, close or open these streets again.",
  "network.zero-length":
    "The line has no length, all its points being in one place, and was not taken. Delete it, or draw it again.",
  "network.parts-dropped":
    "{{parts}} parts of this row have no length and were left out; the others are used.",
  "network.long-edge":
    "Two neighbouring points of the line are {{km}} km apart; it was taken as it is. Check whether points are missing between them, or two lines were joined by mistake.",
  "network.class-unsaid":
    "{{lines}} lines do not say what class of road they are and are all walked as ordinary streets (unclassified), a motorway too. Add a column highway or “道路等级” and import again.",
  "network.barriers-kept":
    "{{lines}} lines are water, railways, walls or fences: nobody walks along them, and where a straight circle is wrong they say why.",
  "network.not-streets":
    "Lines that are no streets by their columns were not taken: {{kinds}} (of {{lines}} lines, in turn). Streets among them need a class of road (highway, fclass or “道路等级”).",
  "network.apart":
    "The streets do not lie where the zones and facilities are: none of these is within their extent, the nearest some {{km}} km away, and none would be joined to a street. Choose the streets of the place, or check the datum.",
  "network.facilities-datum":
    "Facilities and streets may be of different datums: half of {{places}} facilities lie within {{before}} m of a street, and within {{after}} m if the facilities are read as {{datum}}. Nothing was shifted: check the source of the facilities, declare its datum and import them again.",
  "network.streets-datum":
    "Streets and facilities may be of different datums: half of {{places}} facilities lie within {{before}} m of a street, and within {{after}} m if the streets are read as {{datum}}. Nothing was shifted: check the source of the streets, declare its datum and import them again.",
  "network.zones-datum":
    "Zones and streets may be of different datums: half of {{places}} corners of their outlines lie within {{before}} m of a street, and within {{after}} m if the zones are read as {{datum}}. Nothing was shifted: check the source of the zones, declare its datum and import them again.",
  "network.streets-zones-datum":
    "Streets and zones may be of different datums: half of {{places}} corners of outlines of zones lie within {{before}} m of a street, and within {{after}} m if the streets are read as {{datum}}. Nothing was shifted: check the source of the streets, declare its datum and import them again.",
  "network.classes-unknown":
    "Some classes of road are not known: {{classes}} (in {{lines}} lines, in turn); such lines are walked as ordinary streets (unclassified). Use the values of highway in OpenStreetMap.",
  "pack.unreadable": "The standards {{pack}} cannot be read: {{reason}}.",
  "pack.member-missing": "The standards file lacks {{path}}. Add it.",
  "pack.member-unknown": "{{path}} is not a known part of a standards file. Check its spelling or remove it.",
  "pack.wrong-type": "{{path}} of the standards file has the wrong type; it should be {{expected}}.",
  "pack.unknown-word": "{{path}} of the standards file is none of the known words: {{allowed}}.",
  "pack.wrong-form": "{{path}} of the standards file is not written as it should be: {{expected}}.",
  "pack.duplicate": "{{id}} occurs more than once in {{path}}. Keep each id once.",
  "pack.dangling": "{{path}} names {{id}}, which the standards do not have. Use a known id or add it.",
  "pack.lonely-group":
    "The conflict group {{group}} has a single rule ({{path}}). Add another or drop the group.",
  "pack.band-reversed":
    "The lower end {{low}} of {{path}} is above its upper end {{high}}. Swap or correct them.",
  "pack.number-too-low": "The number {{value}} of {{path}} is too small; it should be {{least}}.",
  "pack.kind-twice":
    "{{id}} stands in two lists of {{path}}. It counts, counts under the second reading, or never counts: choose one.",
  "pack.custom-id":
    "The id {{id}} does not fit: custom standards begin with custom: and say who entered and checked them; shipped ones do not.",
  "pack.member-not-of-type": "Rule {{rule}} (type {{type}}) has no {{member}} to change.",
  "draft.no-number": "“{{value}}” is not a number. Enter digits only, such as 20 or 0.5.",
  "draft.too-many-digits": "“{{value}}” has more digits than can be kept exactly. Enter fewer.",
  "case.unreadable": "The case is not readable JSON: {{reason}}. Correct it and try again.",
  "case.member-missing": "The case lacks {{path}}. Add it.",
  "case.member-unknown": "{{path}} of the case is not a known member. Check the spelling, or remove it.",
  "case.wrong-value": "{{path}} of the case is wrong; it should be {{expected}}.",
  "case.member-twice": "{{path}} stands twice in the case. Keep one of them.",
  "case.number-too-long":
    "{{path}} of the case has more digits than can be kept one by one: {{digits}}. Give it as the document does, usually with no more than 15.",
  "case.contradiction":
    "The case contradicts itself: {{path}} is {{value}}, {{otherPath}} is {{other}}. Check, and keep one of them.",
  "case.two-supplies": "The case gives both supply and facilities. Keep one of them.",
  "case.which-estate":
    "The case has several estates and does not say which to judge. Name one in evaluate: {{known}}.",
  "case.unknown-estate": "evaluate names {{id}}, which is no estate of the case. Known: {{known}}.",
  "case.unknown-facility":
    "Phase {{phase}} names the facility {{id}}, which is none of the case. Known: {{known}}.",
  "case.unknown-pack": "There is no standard {{pack}}. Known: {{known}}.",
  "case.unknown-overlay": "There is no overlay {{overlay}} for {{pack}}. Known: {{known}}.",
  "case.no-overlay": "{{pack}} has no overlays. Leave {{overlay}} out.",
  "case.pack-needed": "any is for walks (reach) only; a case of level {{level}} names its standard.",
  "case.other-pack": "Asked to judge by {{asked}}, but the case is for {{stated}}. Make them the same.",
  "case.limit-needed": "There is no walking limit. Give networkLimitM or profile.",
  "desk.nothing-rehearsed":
    "The data have changed since this import was checked; nothing was taken in. Choose the files again.",
  "merge.invented":
    "One project is a sketched city and one is real, so they cannot be merged. Choose the file of another real project.",
  "merge.other-city":
    "The codes of the other project begin with {{theirs}}, those of this one with {{mine}}: not the same city, so nothing was merged. Check the file, or open each on its own.",
  "merge.far-apart":
    "The middles of the two projects are {{km}} km apart: not the same city, so nothing was merged. Check the file, or open each on its own.",
  "merge.damaged":
    "The file is damaged, and rows it lacks would count as deleted, so nothing was merged. Ask for it to be saved again, or open it to see what is missing.",
  "merge.changed":
    "This project has changed since the merge was checked, so nothing was merged. Choose the other file again.",
  "plan.grid-too-fine":
    "At that spacing there are {{points}} points to choose from, and at most {{most}} are. Give at least {{metres}} m, or bring candidate sites.",
  "plan.no-facilities":
    "There are no facilities in the data: what is there is not known, and so not what is missing. Import or add facilities first.",
  "plan.not-movable":
    "A building that is there cannot be moved: {{measures}}. Only what is to be built can stand elsewhere.",
  "plan.not-there": "Where the site is now this cannot be done: {{measures}}. Move it back, or elsewhere.",
  "plan.nothing-surveyed": "Nothing is there to choose from yet. Ask for the plan again.",
  "siting.too-many-walks":
    "There are {{walks}} walks between zones and places, more than the {{most}} that can be chosen from. Give a limit to walks.",
  "desk.nothing-open": "Nothing is open yet. Choose a sketched city or import your own data.",
  "evidence.unknown-zone": "There is no zone with the id {{id}}.",
  "analysis.claimed-twice":
    "The rooms of {{name}} are claimed by zones that do not share them by agreement: {{zones}}. None of it counts twice. State in the row of the facility whose it is, or the agreement with all its zones; take it out of the phases of other zones; or rule on the rows that seem to be one.",
  "analysis.areas-claimed-twice":
    "The functional areas of {{name}} add up to {{sum}} m², and its building has {{total}} m²: some of it is claimed by two programmes, and none of it counts for sure. Check the areas against the plan of the building.",
  "analysis.filed-twice":
    "“{{name}}” ({{ids}}) seem to be the same rooms, filed more than once for different zones or under different kinds: the same areas or slots, and two of place, name and source document agree. Each row counts for now, perhaps twice over. If they are one, open the facility and choose “One place”, or keep one row; if they are not, choose “Two places”, or tell their names apart by a number or a side (“Station 1”, “Station 2”).",
  "analysis.zones-not-allocated":
    "Zones left out of the fair allocation, since their people, place or status are not known, and taken to use no rooms off site: {{count}} ({{named}}). Other zones that have enough only if so, and meet the standard “with notes”: {{passes}}. State households, residents, place and status of the zones left out.",
  "analysis.no-streets":
    "These data have no streets to walk along. Import streets (.osm.pbf, or street lines as GeoJSON, Shapefile or FlatGeobuf), or use the straight line times the detour.",
  "analysis.zones-not-connected":
    "Zones with no street to walk on within {{cap}} m: {{count}}. They are not connected, and what they reach is not known: {{named}}. Check their places and the streets, or let places be farther from a street.",
  "analysis.facilities-not-connected":
    "Facilities with no street to walk on within {{cap}} m: {{count}}. They are not connected and nobody reaches them along streets: {{named}}. Check their places and the streets, or let places be farther from a street.",
  "analysis.streets-changed":
    "The results walk along streets with {{count}} changes by the planner: a scenario, not what is there. To see what is there, restore each under “Changed streets”, or undo.",
  "analysis.zones-on-islands":
    "Zones that join streets not connected to the largest part of the network, wholly or in part: {{count}}. They reach only what is on the same streets: {{named}}. Check whether the streets lack a connection.",
  "analysis.facilities-on-islands":
    "Facilities that join streets not connected to the largest part of the network: {{count}}. Only zones on the same streets reach them: {{named}}. Check whether the streets lack a connection.",
  "analysis.unknown-pack": "There is no standard {{pack}}. Choose one of the list.",
  "analysis.pack-unchecked":
    "Standards {{pack}} were entered by {{enteredBy}}, are not official and nobody has checked them. Have a second person compare them with the document and enter the name.",
  "analysis.rules-to-come":
    "Rules of the standard {{pack}} that state no target by {{year}} yet: {{rules}}, the first of them from {{first}} on. Nothing was judged by them, so less may be missing than the standard asks for today. Check the target year, or judge by the latest targets.",
  "analysis.zones-without-pack":
    "Zones that no standard holds for, so that they cannot be judged: {{zones}}, such as {{first}}. Give their admin code, or choose a standard.",
  "analysis.verdicts-unchecked":
    "Verdicts that rest on rows not checked: {{verdicts}} of {{zones}}. Zones not checked: {{unchecked}}; counted facilities not checked: {{facilities}}. No verdict changes by it. The filters of the lists of zones and facilities list them; once checked, mark them in the table.",
  "analysis.no-elderly-care":
    "The project holds no place of elderly care, so every zone is taken to have none. If its register was not imported yet, import it before reading verdicts and shortages of elderly care.",
  "analysis.no-childcare":
    "The project holds no place of childcare, so every zone is taken to have none. If its register was not imported yet, import it before reading verdicts and shortages of childcare.",
  "analysis.no-facilities":
    "The project has no facilities, so every zone counts as without rooms. Import a table of facilities first.",
  "analysis.counted-once":
    "“{{name}}” ({{ids}}) seem to be one place: within 30 m with one name, or of one kind and zone (or both of none) with names alike or the same areas and slots; or, where one has no coordinates, of one kind and zone with names alike. For now they are counted once, at the smaller amount. If they are one, keep one row of your table; if they are two, open the facility and choose “Two places”, or tell their names apart by a number or a side (“Station 1”, “Station 2”); import again.",
  "unit.code-and-name":
    "The admin code is of {{code}}, the names say {{name}}; the code was followed. Correct one of them.",
  "unit.outside":
    "The place lies outside {{name}}, where it is still counted. Check the coordinates or the unit.",
  "save.full":
    "The disk is full; {{file}} was not written and is as it was. Make room, or save it somewhere else.",
  "save.not-written":
    "{{file}} cannot be written and is as it was: writing was not allowed, the file was moved, or another program has it open. Save it somewhere else.",
  "edit.open-elsewhere":
    "Another window has this project open, so nothing can be changed here. Close that window first.",
  "edit.unknown-facility": "There is no facility with the id {{id}}.",
  "edit.unknown-zone": "There is no zone with the id {{id}}. Name one of the table of zones.",
  "edit.unknown-status": "The status “{{status}}” is not known. Known: {{words}}.",
  "edit.id-taken": "Another facility has the id {{id}}. Choose another.",
  "edit.id-fixed":
    "Id {{id}} cannot be changed: other data knows the row by it. For another id, delete the row and add it anew.",
  "edit.impossible-number":
    "{{value}} cannot be a number here. Areas are not below 0, counts are whole and not below 0, storeys are whole.",
  "edit.nothing-changed": "{{id}} is as it was, so there is nothing to save.",
  "edit.closed-already": "Facility {{id}} is closed or put to other use already.",
  "edit.open-already":
    "Facility {{id}} is not closed, or would be closed still, so it was not reopened. Choose its present status in the form.",
  "edit.facility-pools":
    "Zones {{zones}} share facility {{id}} by a pooling agreement, so it cannot be deleted. Empty the agreement in the form first, or close the facility.",
  "edit.facility-in-phase":
    "The phases of zones {{zones}} name facility {{id}}, so it cannot be deleted. Close it instead.",
  "edit.pooling-without-zone":
    "Zones {{zones}} share these rooms by a pooling agreement, so their own zone cannot be emptied. Empty the agreement first, or choose another zone.",
  "edit.no-place":
    "{{lng}}, {{lat}} is no place on the ground. Longitudes run from −180 to 180, latitudes from −90 to 90.",
  "edit.outside-china": "This place is outside China; check longitude and latitude.",
  "edit.unknown-street":
    "There is no street number {{way}}, so nothing was changed. Choose a street on the map again.",
  "edit.no-such-piece":
    "This street has {{points}} points and no piece from point {{from}} to point {{to}}; nothing was closed. Choose again, the start before the end.",
  "edit.street-apart":
    "The new street joins no other, so only zones and facilities right beside it can be reached along it. Draw one end to within 5 m of a street, or put a corner on a point of one.",
  "edit.no-streets":
    "The project has no streets, so there is none to close or to join. Import streets first.",
  "edit.street-as-it-is": "The street is like that already, so nothing was changed.",
  "edit.no-street-near":
    "Within {{metres}} m of the click there is no such street, so nothing was changed. Zoom in and click on the street.",
  "edit.zone-id-taken": "Another zone has the id {{id}}. Choose another.",
  "edit.site-id-taken": "Another candidate site has the id {{id}}. Choose another.",
  "edit.unknown-site": "There is no candidate site with the id {{id}}.",
  "edit.outline-too-few":
    "The outline has {{corners}} corners, which enclose nothing. Give at least 3 different ones.",
  "edit.outline-too-wide":
    "The outline is {{km}} km from one end to the other; no zone is as wide (at most {{most}} km). Check the coordinates of its corners.",
  "edit.outline-crosses":
    "The outline crosses itself at {{lon}}, {{lat}}, so nobody can say what is inside. Move the corners there apart, or put them in order.",
  "edit.outline-no-area":
    "The outline encloses no ground (less than 1 m²). Its corners must not all be on a line.",
  "edit.outline-hole-outside":
    "A part that is cut out does not lie inside the outline. Move it inside, or take it away.",
  "edit.outline-unreadable":
    "Line {{line}} of the outline, “{{text}}”, cannot be read. Write a corner on each line, longitude then latitude, with a comma between; or paste a polygon as WKT or GeoJSON.",
  "edit.outline-other":
    "What was pasted is a {{type}}, not a polygon. An outline is a Polygon or a MultiPolygon.",
  "edit.entrances-left-out":
    "{{entrances}} entrances lay more than 50 m outside the new outline and were left out; walks start at the others, or in the zone's ground. Undo if that is wrong.",
  "edit.households-estimated-anew":
    "Households were estimated from the ground, and are {{after}} in place of {{before}} with the new outline. State them if they are known.",
  "edit.zones-overlap":
    "{{percent}}% of the ground of {{inner}} lies inside the outline of {{outer}}, so people may count twice. Check both outlines.",
  "edit.rooms-far":
    "{{count}} facilities built for it ({{facilities}}) lie more than 1 km from where it is now and are its own no more. Check the outline, or choose another zone for them.",
  "edit.rooms-without-zone":
    "{{count}} facilities built for it ({{facilities}}) are left without a zone: shared ones stay as they are, the others count for no zone until another is chosen for them.",
  "edit.pool-without-zone":
    "The pooling agreement of {{count}} facilities ({{facilities}}) lacks a party, so nobody's share can be worked out; they count once the agreement is changed.",
  "edit.phases-deleted": "Its {{phases}} phases are deleted with it.",
  "edit.unknown-pack": "The project has no standards of its own with the id {{id}}.",
  "edit.pack-in-use":
    "Standards {{id}} are in use ({{zones}} zones) and cannot be deleted. Choose other standards for these zones first.",
  "patch.other-row":
    "{{id}} is no longer what the edit was made from, so nothing was changed. Look at it as it is now and edit again.",
};
