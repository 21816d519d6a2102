import type { IssueCode } from "../../core/base/issue.ts";

/** One sentence per issue code: what is, then what to do. Placeholders are the facts of the code. */
export const issues = {
  "file.empty": "文件没有内容。换一份文件。",
  "file.too-large": "文件超过 {{limit}}，没有打开。按街道分成几个文件，再一起选。",
  "project.damaged": "项目文件不完整或已损坏。换一份完整的副本再打开。",
  "project.no-header": "这不是本软件保存的项目文件：第一行不对。选 .quan 文件，或导入表格。",
  "project.rows-lost":
    "项目文件第 {{from}}–{{to}} 行已损坏，没有读出：小区 {{zones}} 行，设施 {{facilities}} 行，其他 {{others}} 行。换一份完整的副本，或补上这些行再核算。",
  "project.cut-off":
    "项目文件在第 {{last}} 行之后断了，少 {{lines}} 行；前面的行已打开。换一份完整的副本，或补上缺的行再核算。",
  "project.more-wrong": "另有 {{lines}} 行也不对，没有采用，也没有逐行列出。换一份副本。",
  "project.doubtful":
    "项目文件已损坏，读出的行里可能有个别数值被改动，无法逐行判断。换一份完整的副本；没有副本时逐项核对再用。",
  "project.streets-lost":
    "项目文件里的路网读不出，没有打开，其余内容照常；步行距离只能按直线估算。换一份完整的副本，或重新导入路网。",
  "project.facts-lost":
    "项目文件里的名称、所选标准和参数读不出，没有打开：不知道按什么标准核算。换一份完整的副本。",
  "project.id-disputed":
    "编号 {{id}} 出现不止一次而内容不同，不知道哪一行对，都没有采用。换一份副本，或补上这一行。",
  "project.newer": "项目文件由更新的版本保存（格式 {{version}}），这里读不了。更新软件后再打开。",
  "project.line-wrong": "项目文件这一行的 {{where}} 不对，这一行没有采用。改正这一行，或换一份副本。",
  "project.changed-outside": "项目文件在软件之外被改过，内容已逐行核对后打开。",
  "project.unknown-pack":
    "项目为全部小区选定的标准 {{pack}} 不在本软件里，也不在文件里，结果可能与保存时不同。请在标准菜单里另选一份，或在有这份标准的软件里重新保存项目。",
  "file.no-text":
    "这不是文本文件，或不是 UTF-8、UTF-16、GB18030 编码。图片、PDF 等读不了，换一份文件；表格另存为 CSV（UTF-8）再导入。",
  "file.damaged": "文件不完整或已损坏，打不开。重新导出或重新传输这份文件。",
  "file.locked": "文件设有密码，打不开。去掉密码再导入。",
  "file.unpacks-too-large": "压缩包解开后超过 {{limit}}，没有打开。分成几个文件再导入。",
  "export.too-large":
    "这个文件会有 {{cells}} 个单元格，超过 {{most}} 个，写不出也打不开。少选几张表，或导出为 CSV。",
  "file.sheet-hidden": "工作表“{{sheet}}”是隐藏的，没有读。要用其中的行，取消隐藏再导入。",
  "file.wps": "这是 WPS 自有格式，里面没有认得的表。在 WPS 里另存为 .xlsx 再导入。",
  "file.cad":
    "这是 CAD 图（DXF、DWG），读不了。在 CAD 或 GIS 软件里转成 Shapefile 或 GeoJSON，并注明坐标系，再导入。",
  "file.mapinfo":
    "这是 MapInfo 的表（TAB、MIF），读不了。在 QGIS 里打开它（.tab、.dat、.map、.id 放在一起），另存为 GeoPackage 或 Shapefile（编码选 UTF-8），再导入。",
  "file.shapefile-parts":
    "Shapefile 缺少 .shp 或 .dbf。把同名的 .shp、.dbf、.prj、.cpg 一起选，或打成一个 zip 再导入。",
  "file.geodatabase":
    "这是 Esri 文件地理数据库（.gdb），读不了。在 GIS 软件里导出为 Shapefile、GeoPackage 或 GeoJSON 再导入。",
  "file.other-archive": "这是 RAR 或 7z 压缩包，读不了。解开后直接选里面的文件，或改用 zip。",
  "file.nothing-in-zip": "压缩包里没有能读的文件。里面有：{{files}}。",
  "file.others-in-zip": "压缩包里这些文件没有读：{{files}}。要用的，解开后直接选。",
  "file.markup":
    "这是网页或 XML，不是表格（扩展名可能写成了 .xls）。表格用 Excel 或 WPS 打开，另存为 .xlsx；地图数据导出为 GeoJSON 或 Shapefile。",
  "file.encoding-other":
    "Shapefile 的 .cpg 写明编码是 {{declared}}，属性表其实是 {{read}}，已按实际的读。核对名称有没有乱码。",
  "file.formulas-unsaved":
    "{{cells}} 个单元格是公式，文件里没有存下结果，其值按未知处理。用 Excel 或 WPS 打开、保存一次，再导入。",
  "file.merged-filled":
    "{{cells}} 个合并单元格下的空格按合并的内容补上了（街道、类别、是否备案等文字）；合并的数不补。",
  "file.no-geojson": "文件不是 GeoJSON 要素集合。从地图软件导出为 GeoJSON（FeatureCollection）再导入。",
  "file.broken-off": "GeoJSON 文件不完整，括号没有闭合。重新导出或重新传输这份文件。",
  "file.other-crs":
    "坐标参考系是 {{crs}}，不能直接换算。能读经纬度，以及 CGCS2000 高斯—克吕格分带、UTM 和 Web 墨卡托；西安80、北京54 或地方坐标请先由测绘部门转换。",
  "file.crs": "坐标参考系是 {{crs}}，已换算成经纬度。",
  "file.role-unknown":
    "从列名看不出这是设施、小区、候选点还是行政单元。列名有：{{columns}}。加上类别、户数等列，或指明内容。",
  "file.column-missing":
    "缺少 {{column}} 列，没有它一行也不能采用。现有的列：{{columns}}。补上这一列，或改用认得的列名。",
  "file.column-twice": "列名 {{column}} 出现了两次，不知道该用哪一列。删去或改名其中一列。",
  "file.quotes":
    "从这一行起双引号没有闭合或写法有误，后面的行可能都落进了同一格。含引号的文字整格加引号，里面的引号写两个。",
  "file.header-below": "列名在第 {{row}} 行，上面的行当作标题，没有读。",
  "file.header-joined": "列名写在第 {{above}}、{{row}} 两行，已合成一行来认。",
  "file.kinds-unknown":
    "类别列里这些叫法不在 23 类里，这些行没有采用：{{kinds}}。选出各是哪一类，或改用 23 类的代码或名称。",
  "file.left-out": "按你的选择没有读。",
  "file.part-unread": "工作表或图层“{{part}}”里没有认得的列，没有读。",
  "file.no-features": "图层里没有任何要素。检查导出时是否选对了图层，再导入。",
  "file.no-rows": "文件只有列名，没有数据行。",
  "file.rival-columns": "这几列说的是同一项：{{columns}}。各列相同的行照用，不同的行不采用。最好只留一列。",
  "file.two-statuses":
    "这几列都说状态：{{columns}}。已建成而停业、未运营的，按停业、未运营算；在建、规划而未运营的，按在建、规划算；互相矛盾的行（如在建而运营中）不采用。",
  "file.columns-qualified":
    "这些列的括注改变了列名的含义，没有读：{{columns}}。若与不带括注的列是一回事，去掉括注、数值换成原单位再导入。",
  "file.columns-converted": "这些列的括注是较大的单位，已逐格换算成平方米、人、户：{{columns}}。",
  "file.ids-from-names":
    "没有编号列，以名称识别各行；同名的加上街道、社区、地址区分。再次导入时名称要保持一致，最好加上编号列。",
  "file.ids-as-known":
    "{{rows}} 行没有编号，按名称（所在街道、位置不矛盾且唯一）认作当前项目里的同一行，沿用它的编号。",
  "file.numbered-as-known":
    "{{rows}} 行的编号当前项目里没有，按名称（类别、所在街道、位置不矛盾且唯一）认作项目里的同一行，沿用项目里的编号，不另算一行。",
  "file.street-from-name":
    "没有街道列，按工作表或文件的名称，各行都算在{{street}}。若不是这样，加上街道列再导入。",
  "file.ids-from-numbers":
    "同一序号下有不同的名称，序号只是行数，不是编号：改以名称识别各行。最好加上编号列。",
  "file.columns-unread": "这些列不认识，没有读：{{columns}}。",
  "file.no-places": "没有坐标，这些行只计入所在社区，不计入步行圈。补上经度、纬度列。",
  "file.more-alike":
    "与第 {{row}} 行同样的提示太多：只逐行列出 {{listed}} 条，另有 {{more}} 条没有列出。这些行的处理相同；先改正这一类，再重新导入。",
  "file.places-lost":
    "其中 {{rows}} 行的坐标或边界用不了，这些行已采用，但没有位置，不计入步行圈。按各行的提示改正后重新导入。",
  "file.no-statuses":
    "没有状态列，不知道这些设施是否已建成、在运营，靠它们不能判为符合。补上状态列，如 已建、在建、规划、停业。",
  "file.no-owners":
    "没有所属小区（zone）列，不知道哪些用房是哪个小区配建的：小区内的用房只算可能计入，够数也不能判为符合，小区外的不计入自有配建。补上 zone 列，填小区编号或名称；对外开放、不属任何小区的，shared 填 是。",
  "file.no-zone-statuses":
    "没有状态列，不知道这些小区是新建还是已建成，两种标准不同，不能判定。补上状态列，填 新建 或 已建成。",
  "file.lines":
    "这份图层画的是线，不能作小区、设施。小区画成面或点，设施画成点，再导入；若是道路，在“这张表是”里选“路网”。",
  "file.datum-assumed":
    "没有声明坐标系，按 WGS84 / CGCS2000 读取，没有偏移。若来自高德、腾讯或百度，请声明坐标系后重新导入。",
  "file.datum-shifted": "坐标由 {{datum}} 换算为 WGS84。",
  "file.datum-fits":
    "没有声明坐标系。对照{{evidence}}，按 {{datum}} 读取相符：{{rows}} 行里一半相差不超过 {{after}} 米，九成不超过 {{afterMost}} 米。核实来源后声明。",
  "file.datum-other":
    "坐标像是 {{datum}}：对照{{evidence}}（{{rows}} 行），按 {{readAs}} 读取一半偏离到 {{before}} 米，九成到 {{beforeMost}} 米；按 {{datum}} 读取是 {{after}} 米和 {{afterMost}} 米。没有自动偏移：核实来源，声明坐标系，再导入。",
  "file.datum-too-few":
    "看不出坐标系：对照{{evidence}}的 {{rows}} 行里，只有 {{speaking}} 行在不同坐标系下差得明显，太少或集中在一处。核实来源后声明；先导入带边界的街道、小区，能看得更准。",
  "file.datum-alike":
    "看不出坐标系：对照{{evidence}}（{{rows}} 行），没有一种明显更好，偏离的中位数是 WGS84 {{wgs84}} 米、GCJ-02 {{gcj02}} 米、BD-09 {{bd09}} 米。核实来源后声明。",
  "file.datum-none-fits":
    "哪种坐标系都对不上：对照{{evidence}}（{{rows}} 行），偏离的中位数是 WGS84 {{wgs84}} 米、GCJ-02 {{gcj02}} 米、BD-09 {{bd09}} 米。可能是地方坐标，或所对照的资料自己偏了。核实两边的来源。",
  "file.datum-contradictory": "看不出坐标系：几种依据说法不一（{{evidence}}）。核实来源后声明。",
  "file.datum-together":
    "这份文件与同时导入、也没有声明坐标系的另一份彼此相符（对照{{evidence}}，{{rows}} 行，一半相差不超过 {{metres}} 米），可能一同偏了。核实来源后声明。",
  "file.households-estimated":
    "{{zones}} 个小区没有户数，按 用地面积 × 容积率 {{far}} ÷ 每户 {{m2PerHousehold}} m² 估算，标为估算。",
  "file.parcels":
    "这是用地图层：{{zones}} 块住宅用地读作已建成小区；在 {{facilities}} 块教育、行政、医疗用地上放置虚构的设施，标为演示数据。与自己的设施表一起导入，就不放虚构的。",
  "file.project-alone": "项目文件要单独打开，不能和 {{other}} 一起。分两次打开。",
  "file.unopened": "打不开：可能是文件夹，或者文件已被移走。打开文件夹，选里面的文件。",
  "file.twice": "内容与 {{other}} 完全相同，没有再读一遍。",
  "import.unknown-pack": "没有编号为 {{pack}} 的标准。可用：{{known}}。",
  "import.nothing-used": "没有一行可以采用。按各行的提示改正后再导入。",
  "demo.unknown-city": "网址里的城市“{{city}}”不在演示城市之列。从城市菜单选一座，或放入自己的文件。",
  "row.id-disputed":
    "同一编号的几行说法不一（{{columns}}），这些内容和状态都按未知处理，不会据此判为符合。核对后只留一行。",
  "row.id-missing": "这一行没有编号（id）。补上编号再导入。",
  "row.name-missing": "这一行没有名称。补上名称再导入。",
  "row.name-repeated":
    "名称“{{name}}”不止一行，街道、社区和地址也分不开，只能采用一行。加上编号列，或写明街道、社区、地址。",
  "row.kind-missing": "这一行没有类别，无法知道是哪种设施。补上类别（23 类之一的代码或名称）。",
  "row.kind-unknown": "类别“{{kind}}”不是已知的设施类别。改用 23 类之一的代码或名称。",
  "row.level-unknown": "级别“{{level}}”不认识。用 社区、村、街道、镇、区县 或 市。",
  "row.place-missing": "这一行没有可用的位置。补上经度、纬度。",
  "row.other-land-use": "用地“{{use}}”不属于这一类内容，这一行不采用。",
  "row.invented": "已有真实的设施，虚构的（来源为演示数据）不采用。",
  "row.pooling-incomplete":
    "统筹配建要同时写明小区、批准单位和日期，缺一项就不知协议是否成立：所在小区只按分得的部分算作有，其他小区不算。补齐三项。",
  "row.too-many-cells": "这一行比列名多出 {{extra}} 格，不知道哪一格错了位。核对逗号，含逗号的文字加双引号。",
  "row.stray": "这一行是合计或重复的列名（{{word}}），不是一项数据，不采用。删去这一行，或改正编号。",
  "row.other-units":
    "列名下面这一行写的单位不是本列的单位，按原数读会差很多倍，这几列都不采用：{{columns}}。换算成本列的单位，再导入。",
  "row.phases-unknown":
    "写明分期（{{value}}），但表格里写不下各期的户数和用房，不知道每期交付时够不够，不判“符合”。各期在项目文件（.quan）里：用项目文件传递，或更新到原来的项目里。",
  "row.second-names":
    "列名下面这一行像是第二行列名，把几列又分成了几份，不知道原来的列指哪一份，都不采用：{{columns}}。把两行列名并成一行（如“托位”“规划托位”），再导入。",
  "row.rival-cells":
    "同一项的几列写得不一样，不知道该按哪一列，这一行不采用：{{columns}} 分别是 {{values}}。改成一致，或只留一列。",
  "row.no-feature": "这一项不是可读的 GeoJSON 要素。重新导出，或改正这一项。",
  "row.member-twice": "{{name}} 在这一项里写了两次，不知道该用哪一个，这一项不采用。只留一个。",
  "value.repaired": "“{{before}}”读作“{{after}}”。",
  "value.no-number": "“{{value}}”不是一个确定的数，按未知处理。填写一个数。",
  "value.estimate": "“{{value}}”是估计的数，不能据以判定，按未知处理。填写核实过的数。",
  "value.range": "“{{value}}”是一个范围，不是一个数，按未知处理。填写核实过的数。",
  "value.too-many-digits": "“{{value}}”的位数太多，无法一位不差地保存，按未知处理。少填几位。",
  "value.no-storey":
    "“{{value}}”看不出是第几层，按未知处理，核实前不据此判为符合。写成 1、2 或 -1（地下一层）；多层的写最高一层。",
  "value.no-whole": "{{value}} 应为整数，按未知处理。",
  "value.out-of-range": "{{value}} 不在 {{least}} 到 {{most}} 之间，按未知处理。核对数值和单位。",
  "value.no-flag": "“{{value}}”不是 是 或 否，按未知处理。",
  "value.no-day": "“{{value}}”不是一个确定的日期，按未知处理。写成 年-月-日，如 2024-06-30。",
  "value.unknown-word": "“{{value}}”不认识，按未知处理。可用：{{words}}。",
  "place.empty": "经度、纬度都是空的：这一行只计入所在社区，不计入步行圈。补上坐标。",
  "place.none": "这一项没有几何图形，保留但没有位置。",
  "place.half": "只有经度或只有纬度，按没有位置处理。两个都填上。",
  "place.swapped":
    "经度 {{lon}}、纬度 {{lat}} 不在国内，调换后在国内，像是填反了。按没有位置处理；对调两列再导入。",
  "place.degrees-already":
    "{{lon}}、{{lat}} 看上去已经是经纬度，不是所说坐标系的米，没有换算，按没有位置处理。去掉或改正这份文件的坐标系（.prj 或 --crs），或把列名写成 经度（WGS84），再导入。",
  "place.no-degrees":
    "{{lon}}、{{lat}} 不是经纬度，可能是投影坐标。按没有位置处理；Shapefile 补上 .prj，或用 quan import --crs 说明坐标系（如 --crs EPSG:4548），或转换成经纬度，再导入。",
  "place.no-number": "坐标 {{lon}}、{{lat}} 不是有限的数，按没有位置处理。改正坐标。",
  "place.zero": "坐标是 0、0，按没有位置处理。填写真实的坐标。",
  "place.other-axis":
    "经度、纬度两格写着 {{lon}} 和 {{lat}}，字母或文字与所在的列不符，按没有位置处理。核对两格。",
  "place.ambiguous": "坐标“{{value}}”有不止一种读法，按没有位置处理。经度、纬度分两列写，用十进制度。",
  "place.from-pair": "“{{before}}”读作经度 {{lon}}、纬度 {{lat}}。",
  "place.exchanged": "经度、纬度两格对调，读作经度 {{lon}}、纬度 {{lat}}。",
  "shape.exchanged": "图形的经度、纬度按所选对调读取。",
  "place.matched": "没有坐标，按选定的“{{name}}”（{{place}}）取其位置。",
  "place.in-unit": "没有坐标，按选定归入{{name}}，只计入单元，不计入步行圈。",
  "place.by-hand": "没有坐标，按图上选定的点：经度 {{lon}}、纬度 {{lat}}。",
  "place.unknown-choice": "选定的位置 {{place}} 找不到，或它自己没有坐标，这一行仍没有位置。重新选择。",
  "shape.other": "几何类型 {{type}} 不是点或面，按没有位置处理。",
  "shape.closed": "{{rings}} 条边界没有闭合，已接上起点。",
  "shape.loop-cut": "边界上有取整打成的小圈，已剪去，共 {{area}} m²。",
  "shape.part-dropped": "有 {{parts}} 个部分没有面积，已略去。",
  "shape.too-few": "边界的角点少于三个或没有面积，按没有位置处理。重新画边界。",
  "shape.hole-outside":
    "一个内环（洞）在边界外面，分不清它是洞还是另一块，按没有位置处理。把分开的几块画成多部分面，或删去这个环。",
  "shape.crossing": "边界在经度 {{lon}}、纬度 {{lat}} 处自相交，分不清内外，按没有位置处理。重新画边界。",
  "project.abroad": "位置（{{lon}}，{{lat}}）不在国内。核对坐标。",
  "project.outside-units":
    "位置在全部行政单元的范围之外，相距约 {{km}} 公里。核对坐标；若属于这里，补上它所在的单元。",
  "project.far-away": "位置离其他小区、设施都很远，离中间约 {{km}} 公里，可能坐标有误。核对坐标。",
  "project.streets-wrong":
    "路网的数据不完整（{{column}} 第 {{row}} 项不对），不能据它计算步行距离。重新导入路网。",
  "project.unknown-zone": "所属小区 {{zone}} 不在小区表里，它的配建不归任何小区。改成已有的小区编号。",
  "project.ambiguous-zone":
    "叫“{{zone}}”的小区有 {{count}} 个（{{zones}}），不知道是哪一个，它的配建不归任何小区。所属小区改填编号，或给这一行填上街道（同一街道只有一个时按它认）。",
  "project.far-from-zone":
    "位置离所属小区 {{zone}} 有 {{metres}} 米，超过 1000 米，是否属于它不明，不会据此判为符合。核对坐标或所属小区。",
  "project.maybe-twice":
    "与 {{other}} 同类，名称相同或相近，相距 {{metres}} 米，可能是一处登记了两次。同属一个小区（或都没有小区）的，核实前只有较小的一处算数，另一处不据以判为符合；否则按两处计入。若是一处，删去一行；若是两处，打开该设施选“是两处”，或在名称里用编号、方位分开（如“东区”“西区”）。",
  "project.zone-maybe-twice":
    "与小区 {{other}} 同名、同街道，相距 {{metres}} 米，按两个小区分别判定，户数和配建都算了两遍。若是一个，删去一行；若是两个，名称写出分别（如“一期”“二期”）。",
  "project.counted-once":
    "“{{name}}”（{{ids}}）疑为同一处：相距不到 30 米且同名，或同类、同属一个小区（或都没有小区）而名称相近、面积托位相同；有的没有坐标的，同类、同属一个小区而名称相同或相近。暂按一处计算，取较小的数。是一处，只留一行；是两处，打开该设施选“是两处”，或在名称里用编号、方位分开（如“一号站”“二号站”）。",
  "project.nobody": "户数或人口是 0，这个小区判为数据无效。填写实际的数；不知道就留空。",
  "project.more-than-residents":
    "60 岁以上 {{elderly60}} 人加 3 岁以下 {{under3}} 人，多于居住人口 {{residents}} 人，这个小区判为数据无效。核对三个数。",
  "project.crowded": "{{households}} 户住 {{residents}} 人，每户超过 12 人。核对户数和人口。",
  "project.deserted":
    "{{households}} 户只住 {{residents}} 人，不到每两户一人。托位按人口计算，人口少写会判得过松；核对人口和它的单位。",
  "project.vast-households": "户数 {{households}} 不像一个小区的：核对数字和单位。",
  "project.vast-residents": "人口 {{residents}} 不像一个小区的：核对数字和单位。",
  "project.code-unofficial": "行政区划代码 {{code}} 不是 2、4、6、9 或 12 位数字，找不到所在地。改正代码。",
  "project.people-unknown":
    "{{zones}} 个小区（第一个是 {{first}}）户数和人口都没有，无法核算需求。补上户数，或按容积率估算。",
  "project.zones-overlap": "这个小区有 {{percent}}% 落在小区 {{other}} 里，人口可能重复计算。核对边界。",
  "project.duplicate-id": "编号 {{id}} 出现了不止一次，只能采用一行。改成各不相同的编号。",
  "network.no-pbf":
    "这不是 OSM 的 .osm.pbf 文件。换一份 .osm.pbf（如 Geofabrik 的分省数据），或用 GeoJSON、Shapefile、FlatGeobuf 的道路线。",
  "network.unknown-feature":
    "文件要求读取方支持 {{feature}}，这里不支持，没有读。用 osmium 等工具另存为普通的 .osm.pbf（不带历史）再选。",
  "network.packing":
    "文件用 {{packing}} 压缩，读不了。用 osmium cat 另存为 zlib 压缩的 .osm.pbf（一般默认就是）再选。",
  "network.parts-unread":
    "文件里有 {{parts}} 块的种类不认得，没有读，里面若有道路就会缺。换一份数据，或核对道路是否齐全。",
  "network.too-large": "道路的节点超过 {{most}} 个，没有读。先用 osmium extract 裁出本市或本省再选。",
  "network.no-streets": "文件里没有一条可用的道路。核对选的是不是道路数据。",
  "network.graph-version":
    "这个步行网文件（.quanwalk）的版本是 {{version}}，这里读不了。用现在的 quan network 从道路数据重新生成。",
  "network.graph-profile":
    "这个步行网是给 {{made}} 生成的，现在问的是 {{asked}}：两者能走的路不同，没有采用。换成 {{asked}} 的步行网，或用 quan network --profile {{asked}} 重新生成。",
  "network.graph-rules":
    "这个步行网生成之后，{{profile}} 的通行规则改过，没有采用。用 quan network 从道路数据重新生成。",
  "network.graph-prepared":
    "这是已经生成好的步行网（.quanwalk），只给一类人用，不能当道路数据导入。选生成它时用的道路数据（.osm.pbf 或道路线）。",
  "network.missing-nodes":
    "{{ways}} 条道路有 {{nodes}} 个节点不在文件里，多半是裁剪时切掉的：道路在那里断开，断口附近的步行距离可能偏大。裁剪范围放大一些（osmium extract 用 complete_ways）再选。",
  "network.layer-unread": "图层“{{layer}}”画的不是线，没有读。",
  "network.no-line": "几何类型 {{type}} 不是线，这一行没有采用。道路要用 LineString 或 MultiLineString。",
  "network.no-degrees":
    "线上有一个点 {{lon}}、{{lat}} 不是经纬度（也可能经度、纬度写反了），这一行没有采用。投影坐标要写明坐标系（Shapefile 补上 .prj），或先转换成经纬度。",
  "network.changes-lost":
    "原有的 {{count}} 处道路改动在新路网里找不到对应的路，已去掉：{{named}}。需要的话，在新路网上重新封闭或开放。",
  "network.zero-length": "这条线没有长度（各点都在同一处），没有采用。删去，或重新绘制。",
  "network.parts-dropped": "这一行有 {{parts}} 段没有长度，已去掉，其余照用。",
  "network.long-edge":
    "这条线有相邻两点相距 {{km}} 千米，照样采用。核对中间是不是缺了点，或两条线被错接在一起。",
  "network.class-unsaid":
    "{{lines}} 条线没有写明道路等级，都按一般道路（unclassified）走，高速公路也会被当成可走。补上 highway 或“道路等级”列再导入。",
  "network.barriers-kept":
    "{{lines}} 条线是水系、铁路、围墙或围栏：没有人沿着走，只用来说明直线圈为什么不对。",
  "network.not-streets":
    "从列里看不是道路的线没有采用：{{kinds}}（各有 {{lines}} 条）。里面若有道路，补上道路等级（highway、fclass 或“道路等级”）再导入。",
  "network.apart":
    "路网和这些小区、设施不在一处：没有一处落在路网范围内，最近的也相距约 {{km}} 公里，都会按“没有接上道路”处理。换成本地的路网，或核对坐标系。",
  "network.facilities-datum":
    "设施和路网的坐标系可能不一致：{{places}} 处设施里，一半离最近的道路 {{before}} 米以内，把设施当作 {{datum}} 则是 {{after}} 米。没有自动偏移：核实设施数据的坐标系，声明后重新导入。",
  "network.streets-datum":
    "路网和设施的坐标系可能不一致：{{places}} 处设施里，一半离最近的道路 {{before}} 米以内，把路网当作 {{datum}} 则是 {{after}} 米。没有自动偏移：核实路网数据的坐标系，声明后重新导入。",
  "network.zones-datum":
    "小区和路网的坐标系可能不一致：小区边界上的 {{places}} 个角点里，一半离最近的道路 {{before}} 米以内，把小区当作 {{datum}} 则是 {{after}} 米。没有自动偏移：核实小区数据的坐标系，声明后重新导入。",
  "network.streets-zones-datum":
    "路网和小区的坐标系可能不一致：小区边界上的 {{places}} 个角点里，一半离最近的道路 {{before}} 米以内，把路网当作 {{datum}} 则是 {{after}} 米。没有自动偏移：核实路网数据的坐标系，声明后重新导入。",
  "network.classes-unknown":
    "道路等级列里有认不得的写法：{{classes}}（各有 {{lines}} 条），都按一般道路（unclassified）走。改成快速路、主干路、次干路、支路、人行道等，或 OSM 的 highway 值。",
  "pack.unreadable": "标准 {{pack}} 读不出来：{{reason}}。",
  "pack.member-missing": "标准文件缺少 {{path}}。补上这一项。",
  "pack.member-unknown": "标准文件里的 {{path}} 不是已知的项。核对拼写，或删去。",
  "pack.wrong-type": "标准文件的 {{path}} 类型不对，应为 {{expected}}。",
  "pack.unknown-word": "标准文件的 {{path}} 不在可用的值里。可用：{{allowed}}。",
  "pack.wrong-form": "标准文件的 {{path}} 写法不对，应为 {{expected}}。",
  "pack.duplicate": "{{path}} 中 {{id}} 出现了不止一次。每个编号只留一个。",
  "pack.dangling": "{{path}} 提到的 {{id}} 在标准里找不到。改成已有的编号，或补上它。",
  "pack.lonely-group": "冲突组 {{group}} 只有一条规则（{{path}}）。再加一条，或去掉分组。",
  "pack.band-reversed": "{{path}} 的下限 {{low}} 大于上限 {{high}}。调换或改正。",
  "pack.number-too-low": "{{path}} 的数值 {{value}} 太小，应 {{least}}。",
  "pack.kind-twice": "{{path}} 中 {{id}} 同时列在两处。计入、第二口径、不计入只能选一处。",
  "pack.custom-id":
    "标准编号 {{id}} 不符：自定义标准以 custom: 开头并写明录入人、复核人，随软件提供的不能这样写。",
  "pack.member-not-of-type": "规则 {{rule}}（类型 {{type}}）没有 {{member}} 这一项，不能修改它。",
  "draft.no-number": "“{{value}}”不是一个数。只填数字，如 20 或 0.5。",
  "draft.too-many-digits": "“{{value}}”的位数太多，无法一位不差地保存。少填几位。",
  "case.unreadable": "案例文件不是可读的 JSON：{{reason}}。改正后再试。",
  "case.member-missing": "案例缺少 {{path}}。补上这一项。",
  "case.member-unknown": "案例里的 {{path}} 不是已知的项。核对拼写，或删去。",
  "case.wrong-value": "案例的 {{path}} 不对，应为 {{expected}}。",
  "case.member-twice": "案例里 {{path}} 写了两次。只留一个。",
  "case.number-too-long":
    "案例的 {{path}} 位数太多，无法逐位保留：{{digits}}。按资料原数填写，一般不超过 15 位。",
  "case.contradiction": "案例前后不一：{{path}} 为 {{value}}，{{otherPath}} 为 {{other}}。核对后只留一个。",
  "case.two-supplies": "案例同时给出了 supply 和 facilities。只留一种。",
  "case.which-estate": "案例有不止一个小区，未写明判定哪一个。用 evaluate 指明：{{known}}。",
  "case.unknown-estate": "evaluate 所指的 {{id}} 不在案例的小区里。可用：{{known}}。",
  "case.unknown-facility": "第 {{phase}} 期写了设施 {{id}}，但案例的设施里没有它。可用：{{known}}。",
  "case.unknown-pack": "没有编号为 {{pack}} 的标准。可用：{{known}}。",
  "case.unknown-overlay": "没有适用于 {{pack}} 的附加标准 {{overlay}}。可用：{{known}}。",
  "case.no-overlay": "{{pack}} 没有可用的附加标准。删去 {{overlay}}。",
  "case.pack-needed": "any 只用于步行可达（reach）；{{level}} 的案例要写明标准。",
  "case.other-pack": "要求按 {{asked}} 判定，案例写明的标准是 {{stated}}。改成一致再试。",
  "case.limit-needed": "没有步行限值。给出 networkLimitM 或 profile。",
  "desk.nothing-rehearsed": "资料在核对之后又变了，没有导入。请重新选这些文件。",
  "merge.invented": "一份是示意城市，一份是真实资料，不能合并。选另一份真实资料的项目文件。",
  "merge.other-city":
    "另一份项目的行政区划代码以 {{theirs}} 开头，当前项目以 {{mine}} 开头，不是同一座城市，没有合并。核对文件，或分别打开。",
  "merge.far-apart": "两份项目的中心相距 {{km}} 千米，不是同一座城市，没有合并。核对文件，或分别打开。",
  "merge.damaged":
    "文件已损坏，缺的行会被当成删去的行，所以没有合并。请对方重新保存一份，或先打开它看缺了什么。",
  "merge.changed": "当前项目在核对之后又变了，没有合并。请重新选对方的文件。",
  "plan.grid-too-fine":
    "按这个间距，要在 {{points}} 个网格点里挑选，最多 {{most}} 个。请把间距放大到 {{metres}} 米以上，或导入候选点。",
  "plan.no-facilities": "还没有设施资料：现有多少不知道，缺多少也就算不出。先导入或新增设施。",
  "plan.not-movable": "现有房屋不能移动：{{measures}}。只有新建的可以换地点。",
  "plan.not-there": "候选点挪到这里后不能做：{{measures}}。请挪回原处，或换一处。",
  "plan.nothing-surveyed": "还没有可供比选的资料。请重新求方案。",
  "siting.too-many-walks":
    "小区与地点之间共有 {{walks}} 段步行，多于能一次比选的 {{most}} 段。请给出步行上限。",
  "desk.nothing-open": "还没有打开资料。选一座示意城市，或导入自己的资料。",
  "evidence.unknown-zone": "没有编号为 {{id}} 的小区。",
  "analysis.claimed-twice":
    "“{{name}}”的用房被没有统筹协议的几个小区同时主张：{{zones}}。同一用房不重复计入。请在设施行填明归属，或填全统筹协议的小区；从别的小区的分期里去掉它；或对疑似重复的行作出认定。",
  "analysis.areas-claimed-twice":
    "“{{name}}”各功能面积合计 {{sum}} 平方米，超过总建筑面积 {{total}} 平方米：同一面积被两种用途同时主张，核实前不计入。请对照平面图核对各项面积。",
  "analysis.filed-twice":
    "“{{name}}”（{{ids}}）像是同一处用房登记了不止一次，只是所属小区或类别不同：面积或托位相同，位置、名称、来源文件三项中至少两项一致。目前各行分别计入，可能重复。是一处，打开该设施选“是同一处”，或只留一行；不是一处，选“是两处”，或在名称里用编号、方位分开（如“一号站”“二号站”）。",
  "analysis.zones-not-allocated":
    "{{count}} 个小区的人口、位置或是否已建成未知，没有参加均衡分配，按不使用异地用房核算：{{named}}。有 {{passes}} 个小区以此为前提才够，只判“符合（有提示）”。请补这些小区的户数、人口、位置和状态。",
  "analysis.no-streets":
    "这份资料没有路网，不能按路网算步行距离。导入路网（.osm.pbf，或道路中心线的 GeoJSON、Shapefile、FlatGeobuf），或改用直线距离乘绕行系数。",
  "analysis.zones-not-connected":
    "{{count}} 个小区 {{cap}} 米内没有能走的路，没有接入路网，走得到什么无从知道：{{named}}。核对位置和路网，或放宽接入距离。",
  "analysis.facilities-not-connected":
    "{{count}} 处设施 {{cap}} 米内没有能走的路，没有接入路网，按路网谁也走不到：{{named}}。核对位置和路网，或放宽接入距离。",
  "analysis.streets-changed":
    "结果按 {{count}} 处道路改动后的路网计算，是情景方案，不是现状。要看现状，在“道路改动”里逐条恢复，或撤销。",
  "analysis.zones-on-islands":
    "{{count}} 个小区整个或部分接在与主路网不相通的路段上，只能走到同一路段上的设施：{{named}}。核对路网是否缺了连接。",
  "analysis.facilities-on-islands":
    "{{count}} 处设施接在与主路网不相通的路段上，只有同一路段上的小区走得到：{{named}}。核对路网是否缺了连接。",
  "analysis.unknown-pack": "没有编号为 {{pack}} 的标准。从列表中选一份。",
  "analysis.pack-unchecked":
    "标准 {{pack}} 是{{enteredBy}}自定的，非官方，尚未复核。请另一人对照原文核对后填写复核人。",
  "analysis.rules-to-come":
    "按 {{year}} 年核算：标准 {{pack}} 有 {{rules}} 条规则到这一年还没有目标值（最早的从 {{first}} 年起），没有据此判定，缺口可能比现行要求下的小。核对目标年，或按最近目标年核算。",
  "analysis.zones-without-pack":
    "{{zones}} 个小区没有适用的标准（如 {{first}}），无法判定。补上行政区划代码，或选一份标准。",
  "analysis.verdicts-unchecked":
    "{{zones}} 个判定中有 {{verdicts}} 个依据未核实的资料：未核实的小区 {{unchecked}} 个，计入的设施中未核实的 {{facilities}} 处。判定不因此改变。在小区、设施清单的筛选里选“没有核实”就列出它们；核实后在表格里批量标为已核实。",
  "analysis.no-elderly-care":
    "项目里一处养老设施也没有，各小区的养老都按没有计算。若养老设施的登记表还没有导入，先导入再看养老的判定和缺口。",
  "analysis.no-childcare":
    "项目里一处托育设施也没有，各小区的托育都按没有计算。若托育机构的登记表还没有导入，先导入再看托育的判定和缺口。",
  "analysis.no-facilities": "项目里没有设施，所有小区都按没有配套计算。导入设施表后再看。",
  "analysis.counted-once":
    "“{{name}}”（{{ids}}）疑为同一处：相距不到 30 米且同名，或同类、同属一个小区（或都没有小区）而名称相近、面积托位相同；有的没有坐标的，同类、同属一个小区而名称相同或相近。暂按一处计算，取较小的数。是一处，在原表里只留一行；是两处，名称里用编号或方位分开（如“一号站”“二号站”）；再导入。",
  "unit.code-and-name": "行政区划代码属于{{code}}，名称写的是{{name}}，按代码归入。核对后改正其中一个。",
  "unit.outside": "位置不在{{name}}的范围内，仍按所写归入。核对坐标或所属单位。",
  "save.full": "磁盘已满，{{file}} 没有写入，原来的内容还在。腾出空间，或另存到别处。",
  "save.not-written":
    "{{file}} 写不进去，原来的内容还在：可能没有允许、文件被移走，或正被别的程序打开。另存到别处。",
  "edit.open-elsewhere": "另一个窗口正开着这个项目，这里只能看，没有改。关闭那个窗口后再改。",
  "edit.unknown-facility": "没有编号为 {{id}} 的设施。",
  "edit.unknown-zone": "没有编号为 {{id}} 的小区。改成小区表里有的编号。",
  "edit.unknown-status": "状态“{{status}}”不认识。可用：{{words}}。",
  "edit.id-taken": "编号 {{id}} 已有设施用了。换一个编号。",
  "edit.id-fixed": "编号 {{id}} 不能改，别的资料靠它认这一行。要换编号，删除后另加一行。",
  "edit.impossible-number": "{{value}} 不能是这里的数。面积不小于 0，个数是不小于 0 的整数，楼层是整数。",
  "edit.nothing-changed": "{{id}} 和原来一样，没有可保存的。",
  "edit.closed-already": "设施 {{id}} 已停用或改作他用，不必再停用。",
  "edit.open-already": "设施 {{id}} 没有停用，或要恢复成的状态仍是停用，没有恢复。在编辑里选它现在的状态。",
  "edit.facility-pools":
    "设施 {{id}} 按统筹协议还供小区 {{zones}} 使用，不能删除。先在编辑里清空统筹协议，或改为停用。",
  "edit.facility-in-phase": "小区 {{zones}} 的分期交付里写着设施 {{id}}，不能删除。改为停用。",
  "edit.pooling-without-zone":
    "这处用房按统筹协议还供小区 {{zones}} 使用，所属小区不能清空。先清空统筹协议，或改选所属小区。",
  "edit.no-place": "坐标 {{lng}}, {{lat}} 不在地球上。经度在 −180 到 180 之间，纬度在 −90 到 90 之间。",
  "edit.outside-china": "这个位置不在中国境内，请核对经纬度。",
  "edit.unknown-street": "没有第 {{way}} 条路，没有改动。在图上重新选一条路。",
  "edit.no-such-piece":
    "这条路有 {{points}} 个点，没有从第 {{from}} 点到第 {{to}} 点的路段，没有封闭。起点要在终点前面，重新选。",
  "edit.street-apart":
    "新增的路没有接上别的路，只有紧挨着它的小区和设施走得到。把一端画到现有道路 5 米以内，或让折点落在现有道路的点上。",
  "edit.no-streets": "项目里没有路网，没有可封闭或接上的路。先导入路网。",
  "edit.street-as-it-is": "这段路已经是这样了，没有改动。",
  "edit.no-street-near": "点的位置 {{metres}} 米以内没有合适的路，没有改动。放大地图，点在路上。",
  "edit.zone-id-taken": "编号 {{id}} 已有小区用了。换一个编号。",
  "edit.site-id-taken": "编号 {{id}} 已有候选点用了。换一个编号。",
  "edit.unknown-site": "没有编号为 {{id}} 的候选点。",
  "edit.outline-too-few": "边界只有 {{corners}} 个角点，围不成地。至少要 3 个不同的角点。",
  "edit.outline-too-wide":
    "边界从一头到另一头有 {{km}} km，小区没有这么大（上限 {{most}} km）。核对角点的坐标。",
  "edit.outline-crosses":
    "边界在 {{lon}}, {{lat}} 处自己相交，分不清里外。把交叉处的角点移开，或按顺序重新排。",
  "edit.outline-no-area": "边界围不出面积（不足 1 m²）。角点不要都在一条线上。",
  "edit.outline-hole-outside": "扣除的一块不在边界以内。把它移到边界里面，或去掉。",
  "edit.outline-unreadable":
    "边界第 {{line}} 行“{{text}}”读不出。每行写一个角点，先经度后纬度，用逗号隔开；或贴 WKT、GeoJSON 的面。",
  "edit.outline-other": "贴来的是 {{type}}，不是面。边界要用 Polygon 或 MultiPolygon。",
  "edit.entrances-left-out":
    "{{entrances}} 个出入口在新边界 50 m 以外，已去掉；步行距离改从其余出入口或用地量。不对就撤销。",
  "edit.households-estimated-anew":
    "户数是按用地面积估算的，已随新边界由 {{before}} 户改为 {{after}} 户。有申报数就填写。",
  "edit.zones-overlap":
    "{{inner}}的用地有 {{percent}}% 落在{{outer}}的边界里，两边都计人口就会重复。核对这两个小区的边界。",
  "edit.rooms-far":
    "为它配建的 {{count}} 处设施（{{facilities}}）离新位置超过 1 km，不再算它自有的。核对边界，或改设施的所属小区。",
  "edit.rooms-without-zone":
    "为它配建的 {{count}} 处设施（{{facilities}}）没有了所属小区：标明共享的照旧，其余不再计入任何小区，要改选所属小区才计入。",
  "edit.pool-without-zone":
    "{{count}} 处设施（{{facilities}}）的统筹协议少了一方，各方的份额无法计算，要改协议才计入。",
  "edit.phases-deleted": "它的 {{phases}} 期分期交付也一并删除。",
  "edit.unknown-pack": "项目里没有编号为 {{id}} 的自定标准。",
  "edit.pack-in-use": "标准 {{id}} 正在使用（{{zones}} 个小区），不能删除。先为这些小区改选别的标准。",
  "patch.other-row": "{{id}} 已不是修改时的样子，这次修改没有做。先看现在的内容，再改一次。",
} as const satisfies Record<IssueCode, string>;
